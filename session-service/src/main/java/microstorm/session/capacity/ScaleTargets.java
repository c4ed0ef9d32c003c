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

/** Finds and writes the objects of the release that hold the minimum numbers of replicas. */
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

  /** One object for each existing service. An HPA is found by its target, not by a label. */
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
   * Writes a minimum and its annotations in one patch, for the version of the object that was read.
   *
   * @return the object with its new minimum
   * @throws io.fabric8.kubernetes.client.KubernetesClientException 409 when somebody has changed
   *     the object since it was read
   */
  ScaleTarget write(ScaleTarget target, MinReplicas floor) {
    ObjectNode patch = JSON.objectNode();
    ObjectNode metadata = patch.putObject("metadata");
    metadata.put("resourceVersion", target.object().getMetadata().getResourceVersion());
    metadata
        .putObject("annotations")
        .put(ScaleTarget.OPERATORS, text(floor.operators()))
        .put(ScaleTarget.RAISED_TO, text(floor.raisedTo()));
    patch.putObject("spec").put(target.field(), floor.value());
    HasMetadata written = patch(target.object(), PatchType.JSON_MERGE, patch);
    return new ScaleTarget(target.component(), written, target.field(), floor, target.most());
  }

  /**
   * Gives up the ownership of the field. The API server records the last writer of a field as its
   * owner and refuses a server-side apply with another value, for example by {@code helm upgrade}.
   * An upgrade must not fail because a session is planned.
   */
  void release(ScaleTarget target) {
    target
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
              patch(target.object(), PatchType.JSON, operations);
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
