package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import microstorm.k8s.fixture.Commands;
import microstorm.k8s.fixture.Ledger;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Pods;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import microstorm.k8s.fixture.Traffic;
import microstorm.k8s.fixture.Watch;
import org.junit.jupiter.api.Test;

/**
 * Tests the log's point "fault-tolerant": pods, a process and a node fail under load, and no
 * acknowledged idea is lost.
 */
@OnCluster
class FaultToleranceIT {

  private final Release release = Release.shared();

  @Test
  void killedPodsLoseNothing() {
    try (Traffic traffic = Traffic.withRetries(release.api())) {
      List<Watch> watches = traffic.sessions().stream().map(Watch::of).toList();

      for (Service service : Service.all()) {
        Pod victim = release.pods().of(service).get(0);
        release.client().resource(victim).withGracePeriod(0).delete();
        release.pods().awaitSettled();
      }

      Ledger ledger = traffic.endsWithNothingLost();
      assertThat(ledger.failures()).isEmpty();
      watches.forEach(watch -> watch.sawAllOf(ledger));
      watches.forEach(Watch::close);
    }
  }

  /**
   * Only the relay's leader publishes. The test does not know which replica of idea-service leads,
   * so it kills the processes of both.
   */
  @Test
  void aKilledRelayIsTakenOver() {
    try (Traffic traffic = Traffic.withRetries(release.api())) {
      for (Pod pod : release.pods().of(Service.IDEA)) {
        int before = restarts(pod);
        killProcess(pod);
        await().atMost(Patience.PODS).until(() -> restarts(pod) > before);
        release.pods().awaitSettled();
      }
      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
  }

  /**
   * A node fails as in a power cut. The commands for this depend on the cluster: the system
   * properties {@code microstorm.node.stop} and {@code microstorm.node.start} hold them, and the
   * test appends the node's name.
   */
  @Test
  void aLostNodeLosesNothing() {
    String stop = System.getProperty("microstorm.node.stop", "");
    String start = System.getProperty("microstorm.node.start", "");
    assumeThat(stop).as("microstorm.node.stop, the command that stops a node").isNotEmpty();
    String node = release.pods().nodeWithoutServers();
    try (Traffic traffic = Traffic.withRetries(release.api())) {
      shell(stop, node);
      try {
        await().atMost(Patience.PODS).untilAsserted(() -> assertServedOnlyOnOtherNodes(node));
      } finally {
        shell(start, node);
      }
      release.pods().awaitSettled();
      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
  }

  /**
   * Ends the JVM at once, without its shutdown hooks. The first process of a container ignores
   * signal 9 from inside the container, but it cannot catch a memory fault. The signal is sent a
   * second later so that the command itself ends first.
   */
  private void killProcess(Pod pod) {
    release.pods().exec(pod, "bash", "-c", "(sleep 1; kill -SEGV 1) >/dev/null 2>&1 &");
  }

  private int restarts(Pod pod) {
    Pod now = release.client().pods().resource(pod).get();
    return now.getStatus().getContainerStatuses().get(0).getRestartCount();
  }

  /** The cluster has noticed the failure: no pod on the node counts as ready any more. */
  private void assertServedOnlyOnOtherNodes(String node) {
    assertThat(Service.all())
        .allSatisfy(
            service ->
                assertThat(release.pods().of(service).stream().filter(Pods::isReady))
                    .as(service + " is served")
                    .isNotEmpty()
                    .extracting(pod -> pod.getSpec().getNodeName())
                    .doesNotContain(node));
  }

  private static void shell(String command, String node) {
    Commands.run("sh", "-c", command + " " + node).succeeded();
  }
}
