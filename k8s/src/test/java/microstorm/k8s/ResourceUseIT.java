package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.metrics.v1beta1.PodMetrics;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import microstorm.k8s.fixture.Traffic;
import org.junit.jupiter.api.Test;

/**
 * Tests the log's point "use resources optimally": containers have requests and limits, and stay
 * within them under load.
 */
@OnCluster
class ResourceUseIT {

  /** Memory use above this fraction of its limit counts as near the limit. */
  private static final BigDecimal NEAR = new BigDecimal("0.8");

  private final Release release = Release.shared();

  @Test
  void everyContainerDeclaresItsResources() {
    assertThat(pods())
        .flatExtracting(pod -> pod.getSpec().getContainers())
        .isNotEmpty()
        .allSatisfy(
            container -> {
              assertThat(container.getResources().getRequests())
                  .as(container.getName())
                  .containsKeys("cpu", "memory");
              assertThat(container.getResources().getLimits())
                  .as(container.getName())
                  .containsKey("memory");
            });
  }

  @Test
  void underLoadNothingComesNearItsMemoryLimit() {
    try (Traffic traffic = Traffic.withoutRetries(release.api())) {
      await().atMost(Patience.PODS).until(() -> traffic.ledger().requests() > 600);
      assertThat(Service.all())
          .flatMap(release.pods()::of)
          .allSatisfy(
              pod ->
                  assertThat(memoryOf(pod))
                      .as(pod.getMetadata().getName())
                      .isLessThan(limitOf(pod).multiply(NEAR)));
      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
    assertThat(pods())
        .flatExtracting(pod -> pod.getStatus().getContainerStatuses())
        .noneMatch(
            status ->
                status.getLastState().getTerminated() != null
                    && "OOMKilled".equals(status.getLastState().getTerminated().getReason()));
  }

  private List<Pod> pods() {
    return release.client().pods().inNamespace(release.namespace()).list().getItems();
  }

  /** The memory use of a pod, as soon as the cluster has measured it. */
  private BigDecimal memoryOf(Pod pod) {
    return await()
        .atMost(Patience.PODS)
        .until(
            () -> metricsOf(pod).map(m -> bytes(m.getContainers().get(0).getUsage().get("memory"))),
            Optional::isPresent)
        .orElseThrow();
  }

  private Optional<PodMetrics> metricsOf(Pod pod) {
    return release.client().top().pods().metrics(release.namespace()).getItems().stream()
        .filter(metrics -> metrics.getMetadata().getName().equals(pod.getMetadata().getName()))
        .findFirst();
  }

  private static BigDecimal limitOf(Pod pod) {
    Container container = pod.getSpec().getContainers().get(0);
    return bytes(container.getResources().getLimits().get("memory"));
  }

  private static BigDecimal bytes(Quantity quantity) {
    return Quantity.getAmountInBytes(quantity);
  }
}
