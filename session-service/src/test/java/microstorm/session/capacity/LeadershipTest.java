package microstorm.session.capacity;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One replica leads, and another takes over when it stops. */
@EnableKubernetesMockClient(crud = true)
class LeadershipTest {

  private static final String LEASES = "/apis/coordination.k8s.io/v1/namespaces/here/leases";
  private static final Duration LEASE = Duration.ofSeconds(3);

  KubernetesMockServer server;
  KubernetesClient client;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final List<ExecutorService> threads = new ArrayList<>();
  private final List<Leadership> replicas = new ArrayList<>();

  private Leadership replica(String name) {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    threads.add(thread);
    PreScalingMetrics metrics = new PreScalingMetrics(registry);
    Leadership replica =
        new Leadership(
            client,
            new WatchedLock(Leadership.lease("here", "mine", name), new ApiErrors(metrics)),
            LEASE,
            metrics,
            thread);
    replicas.add(replica);
    replica.start();
    return replica;
  }

  @AfterEach
  void end() {
    replicas.forEach(Leadership::stop);
    threads.forEach(ExecutorService::shutdownNow);
  }

  private String holder() {
    return client
        .leases()
        .inNamespace("here")
        .withName("mine-pre-scaling")
        .get()
        .getSpec()
        .getHolderIdentity();
  }

  @Test
  void oneLeadsAndAnotherTakesOver() {
    Leadership first = replica("first");
    await().until(first::isLeading);
    Leadership second = replica("second");
    assertThat(second.isLeading()).isFalse();
    assertThat(holder()).isEqualTo("first");
    first.stop();
    await().until(second::isLeading);
    assertThat(first.isLeading()).isFalse();
    assertThat(holder()).isEqualTo("second");
  }

  @Test
  void aReplicaThatLostTheLeaseTriesAgain() {
    Leadership replica = replica("first");
    await().until(replica::isLeading);
    client
        .leases()
        .inNamespace("here")
        .withName("mine-pre-scaling")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"spec\":{\"holderIdentity\":\"somebody else\"}}");
    await().until(() -> !replica.isLeading());
    await().until(replica::isLeading);
  }

  @Test
  void aReplicaWithoutTheRightLeadsOnceItHasTheRight() {
    server.expect().post().withPath(LEASES).andReturn(403, null).times(2);
    Leadership replica = replica("first");
    await()
        .until(
            () ->
                registry.find("microstorm.prescaling.failures").tag("reason", "forbidden").counter()
                    != null);
    await().until(replica::isLeading);
    assertThat(
            registry
                .get("microstorm.prescaling.failures")
                .tag("reason", "forbidden")
                .counter()
                .count())
        .isEqualTo(2);
  }
}
