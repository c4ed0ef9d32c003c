package microstorm.session.capacity;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The object that holds the minimum number of replicas of a service: its HPA, or its Deployment
 * when it has none.
 *
 * @param field the field of its {@code spec} with the minimum
 * @param floor the present minimum
 * @param most the maximum number of replicas that the operator allows
 */
record ScaleTarget(
    Component component, HasMetadata object, String field, MinReplicas floor, int most) {

  /** The field manager of this service in the managed fields of the cluster. */
  static final String FIELD_MANAGER = "microstorm-pre-scaling";

  /** The annotation with the operator's value, while the minimum is raised. */
  static final String OPERATORS = "microstorm/pre-scaling-floor";

  /** The annotation with the value that the minimum was raised to. */
  static final String RAISED_TO = "microstorm/pre-scaling-raised-to";

  static ScaleTarget of(Component component, HorizontalPodAutoscaler hpa) {
    Integer floor = hpa.getSpec().getMinReplicas();
    return new ScaleTarget(
        component,
        hpa,
        "minReplicas",
        floor(hpa, floor == null ? 1 : floor),
        hpa.getSpec().getMaxReplicas());
  }

  static ScaleTarget of(Component component, Deployment deployment, int most) {
    Integer replicas = deployment.getSpec().getReplicas();
    return new ScaleTarget(
        component,
        deployment,
        "replicas",
        floor(deployment, replicas == null ? 1 : replicas),
        most);
  }

  private static MinReplicas floor(HasMetadata object, int value) {
    return new MinReplicas(value, number(object, OPERATORS), number(object, RAISED_TO));
  }

  private static Integer number(HasMetadata object, String annotation) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    String text = annotations == null ? null : annotations.get(annotation);
    return text != null && text.matches("\\d{1,6}") ? Integer.valueOf(text) : null;
  }

  /**
   * Whether somebody else owns the value. This service gives up the ownership after it raises a
   * minimum, so a present owner has set the value since.
   */
  boolean isTaken() {
    return managed().stream()
        .filter(entry -> !FIELD_MANAGER.equals(entry.getManager()))
        .anyMatch(this::ownsValue);
  }

  private boolean ownsValue(ManagedFieldsEntry entry) {
    Object spec =
        entry.getFieldsV1() == null
            ? null
            : entry.getFieldsV1().getAdditionalProperties().get("f:spec");
    return spec instanceof Map<?, ?> fields && fields.containsKey("f:" + field);
  }

  /** The position of our own entry in the managed fields of the object. */
  Optional<Integer> ownEntry() {
    List<ManagedFieldsEntry> managed = managed();
    return IntStream.range(0, managed.size())
        .filter(i -> FIELD_MANAGER.equals(managed.get(i).getManager()))
        .boxed()
        .findFirst();
  }

  private List<ManagedFieldsEntry> managed() {
    return Objects.requireNonNullElse(object.getMetadata().getManagedFields(), List.of());
  }

  /** The kind and name of the object, for people. */
  String name() {
    return object.getKind() + " " + object.getMetadata().getName();
  }
}
