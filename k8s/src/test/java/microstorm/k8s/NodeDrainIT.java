package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import microstorm.k8s.fixture.Traffic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * While a node is drained under load, as for its upgrade, no request fails and every service has a
 * ready pod.
 */
@OnCluster
class NodeDrainIT {

  private final Release release = Release.shared();
  private final String node = release.pods().nodeWithoutServers();
  private final Map<String, Integer> fewestReady = new ConcurrentHashMap<>();
  private final SharedIndexInformer<Deployment> deployments = countReadyPods();

  @AfterEach
  void makeNodeSchedulable() {
    setUnschedulable(false);
    deployments.stop();
  }

  @Test
  void noRequestFailsWhileANodeIsDrained() {
    assertThat(podsOnNode()).as("pods to move").isNotEmpty();
    try (Traffic traffic = Traffic.withoutRetries(release.api())) {

      setUnschedulable(true);
      await().atMost(Patience.PODS).until(this::evictPods);
      release.pods().awaitSettled();

      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
    assertThat(fewestReady)
        .hasSize(Service.all().size())
        .allSatisfy((service, ready) -> assertThat(ready).as(service).isPositive());
  }

  /** Evicts the pods that the disruption budgets allow; true if none is left. */
  private boolean evictPods() {
    podsOnNode().forEach(pod -> release.client().pods().resource(pod).evict());
    return podsOnNode().isEmpty();
  }

  private List<Pod> podsOnNode() {
    return Service.all().stream()
        .map(release.pods()::of)
        .flatMap(List::stream)
        .filter(pod -> node.equals(pod.getSpec().getNodeName()))
        .toList();
  }

  /** Patches only this field, because others change at the same time, such as the heartbeat. */
  private void setUnschedulable(boolean unschedulable) {
    release
        .client()
        .nodes()
        .withName(node)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\": {\"unschedulable\": " + unschedulable + "}}");
  }

  private SharedIndexInformer<Deployment> countReadyPods() {
    return release
        .client()
        .apps()
        .deployments()
        .inNamespace(release.namespace())
        .inform(
            new ResourceEventHandler<>() {
              @Override
              public void onAdd(Deployment deployment) {
                count(deployment);
              }

              @Override
              public void onUpdate(Deployment before, Deployment deployment) {
                count(deployment);
              }

              @Override
              public void onDelete(Deployment deployment, boolean stateIsUnknown) {
                fewestReady.put(deployment.getMetadata().getName(), 0);
              }
            });
  }

  private void count(Deployment deployment) {
    Integer ready = deployment.getStatus().getReadyReplicas();
    fewestReady.merge(deployment.getMetadata().getName(), ready == null ? 0 : ready, Math::min);
  }
}
