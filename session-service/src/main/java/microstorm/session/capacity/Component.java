package microstorm.session.capacity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The services whose replicas a planned session needs. */
enum Component {
  SESSION_SERVICE,
  IDEA_SERVICE,
  REPORT_SERVICE;

  /** The label of the cluster's objects that names the service. */
  static final String LABEL = "app.kubernetes.io/component";

  /** The name of the service in the label. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The service with this name; empty for other components, such as an embedded server. */
  static Optional<Component> of(String label) {
    return Stream.of(values()).filter(component -> component.label().equals(label)).findFirst();
  }
}
