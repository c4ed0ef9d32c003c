package microstorm.report.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of a delivery. */
@Schema(
    description =
        "The state of a delivery. `waiting`: the next attempt is due at some time. `delivered`: the"
            + " webhook accepted the event with a status from 200 to 299. `failed`: there will be no"
            + " further attempt, unless somebody replays the delivery.")
public enum DeliveryState {
  WAITING,
  DELIVERED,
  FAILED;

  static final String PATTERN = "^(waiting|delivered|failed)$";

  /** The name in JSON and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeliveryState of(String label) {
    return Stream.of(values())
        .filter(state -> state.label().equals(label))
        .findFirst()
        .orElseThrow();
  }
}
