package microstorm.session.capacity;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;

/** The objects of a release, as an operator creates them. Their names are arbitrary. */
record Cluster(KubernetesClient client, String namespace, String release) {

  void deploy(Component component, int replicas) {
    Map<String, String> labels =
        Map.of(
            "app.kubernetes.io/name",
            "microstorm",
            "app.kubernetes.io/instance",
            release,
            Component.LABEL,
            component.label());
    client
        .resource(
            new DeploymentBuilder()
                .withNewMetadata()
                .withName(name(component))
                .withNamespace(namespace)
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .withMatchLabels(labels)
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .withLabels(labels)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("service")
                .withImage("microstorm/" + component.label())
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build())
        .create();
  }

  void scale(Component component, int least, int most) {
    client
        .resource(
            new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withName("scaler-of-" + name(component))
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", name(component))
                .withMinReplicas(least)
                .withMaxReplicas(most)
                .endSpec()
                .build())
        .create();
  }

  private String name(Component component) {
    return release + "-any-" + component.label();
  }

  Resource<HorizontalPodAutoscaler> hpaResource(Component component) {
    return client
        .autoscaling()
        .v2()
        .horizontalPodAutoscalers()
        .inNamespace(namespace)
        .withName("scaler-of-" + name(component));
  }

  HorizontalPodAutoscaler hpa(Component component) {
    return hpaResource(component).get();
  }

  int floor(Component component) {
    return hpa(component).getSpec().getMinReplicas();
  }

  /** The operator sets the minimum, regardless of concurrent changes. */
  void set(Component component, int least) {
    hpaResource(component)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"minReplicas\": " + least + "}}");
  }

  Deployment deployment(Component component) {
    return client.apps().deployments().inNamespace(namespace).withName(name(component)).get();
  }

  String path(Component component) {
    return "/apis/autoscaling/v2/namespaces/%s/horizontalpodautoscalers/scaler-of-%s"
        .formatted(namespace, name(component));
  }

  List<String> eventReasons() {
    return client.events().v1().events().inNamespace(namespace).list().getItems().stream()
        .map(Event::getReason)
        .toList();
  }
}
