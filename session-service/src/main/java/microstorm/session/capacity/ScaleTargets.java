package microstorm.session.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The release's objects in the cluster that hold floors, found by their labels. */
final class ScaleTargets {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final KubernetesClient cluster;
  private final String namespace;
  private final Map<String, String> labels;
  private final int most;

  ScaleTargets(KubernetesClient cluster, String namespace, String release, int most) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.labels =
        Map.of("app.kubernetes.io/name", "microstorm", "app.kubernetes.io/instance", release);
    this.most = most;
  }

  /** One for each service that is there. An HPA is known by what it scales, not by a label. */
  List<ScaleTarget> find() {
    List<HorizontalPodAutoscaler> hpas =
        cluster
            .autoscaling()
            .v2()
            .horizontalPodAutoscalers()
            .inNamespace(namespace)
            .list()
            .getItems();
    return cluster
        .apps()
        .deployments()
        .inNamespace(namespace)
        .withLabels(labels)
        .list()
        .getItems()
        .stream()
        .flatMap(deployment -> of(deployment, hpas).stream())
        .toList();
  }

  private Optional<ScaleTarget> of(Deployment deployment, List<HorizontalPodAutoscaler> hpas) {
    return Component.of(deployment.getMetadata().getLabels().get(Component.LABEL))
        .map(
            component ->
                hpas.stream()
                    .filter(hpa -> scales(hpa, deployment))
                    .findFirst()
                    .map(hpa -> ScaleTarget.of(component, hpa))
                    .orElseGet(() -> ScaleTarget.of(component, deployment, most)));
  }

  private static boolean scales(HorizontalPodAutoscaler hpa, Deployment deployment) {
    CrossVersionObjectReference scaled = hpa.getSpec().getScaleTargetRef();
    return scaled.getKind().equals("Deployment")
        && scaled.getName().equals(deployment.getMetadata().getName());
  }

  /**
   * Writes a floor and what is remembered about it in one patch, of the version that was read.
   *
   * @return the same with the floor that it has now
   * @throws io.fabric8.kubernetes.client.KubernetesClientException 409 when somebody has changed
   *     the object since
   */
  ScaleTarget write(ScaleTarget scalable, MinReplicas floor) {
    ObjectNode patch = JSON.objectNode();
    ObjectNode metadata = patch.putObject("metadata");
    metadata.put("resourceVersion", scalable.object().getMetadata().getResourceVersion());
    metadata
        .putObject("annotations")
        .put(ScaleTarget.OPERATORS, text(floor.operators()))
        .put(ScaleTarget.RAISED_TO, text(floor.raisedTo()));
    patch.putObject("spec").put(scalable.field(), floor.value());
    HasMetadata written = patch(scalable.object(), PatchType.JSON_MERGE, patch);
    return new ScaleTarget(scalable.component(), written, scalable.field(), floor, scalable.most());
  }

  /**
   * Leaves the field to whoever wants it. The API server books a field to whom wrote it last, and
   * refuses a server-side apply, as of {@code helm upgrade}, that says something else than its
   * holder did. Nobody's upgrade shall fail because a session is planned.
   */
  void leave(ScaleTarget scalable) {
    scalable
        .ownEntry()
        .ifPresent(
            entry -> {
              var operations = JSON.arrayNode();
              operations
                  .addObject()
                  .put("op", "test")
                  .put("path", "/metadata/managedFields/" + entry + "/manager")
                  .put("value", ScaleTarget.FIELD_MANAGER);
              operations
                  .addObject()
                  .put("op", "remove")
                  .put("path", "/metadata/managedFields/" + entry);
              patch(scalable.object(), PatchType.JSON, operations);
            });
  }

  private HasMetadata patch(HasMetadata object, PatchType type, JsonNode patch) {
    PatchContext context = PatchContext.of(type);
    context.setFieldManager(ScaleTarget.FIELD_MANAGER);
    return cluster.resource(object).inNamespace(namespace).patch(context, patch.toString());
  }

  private static String text(Integer number) {
    return number == null ? null : number.toString();
  }
}
