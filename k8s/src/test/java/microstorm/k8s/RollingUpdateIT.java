package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import microstorm.k8s.fixture.Ledger;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import microstorm.k8s.fixture.Traffic;
import microstorm.k8s.fixture.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the log's point "update/rollback without downtime": during an update and during a rollback
 * no request fails and no event is lost.
 */
@OnCluster
class RollingUpdateIT {

  private final Release release = Release.shared();

  @AfterEach
  void restoreRelease() {
    release.upgrade();
  }

  @Test
  void noRequestFailsDuringAnUpdateAndARollback() {
    List<String> before = release.pods().names();
    underTraffic(() -> release.upgrade("podAnnotations.rollout=again"));
    List<String> updated = release.pods().names();
    assertThat(updated).isNotEmpty().doesNotContainAnyElementsOf(before);

    underTraffic(release::rollback);
    assertThat(release.pods().names()).isNotEmpty().doesNotContainAnyElementsOf(updated);
  }

  /** No request fails, and every live stream delivers all ideas although it has to reconnect. */
  private void underTraffic(Runnable rollout) {
    try (Traffic traffic = Traffic.withoutRetries(release.api())) {
      List<Watch> watches = traffic.sessions().stream().map(Watch::of).toList();

      rollout.run();

      Ledger ledger = traffic.endsWithNothingLost();
      assertThat(ledger.failures()).isEmpty();
      watches.forEach(watch -> watch.sawAllOf(ledger));
      assertThat(watches.stream().map(Watch::connections))
          .as("connections of a stream")
          .allMatch(connections -> connections > 1);
      watches.forEach(Watch::close);
    }
  }

  /**
   * Negative control: the requests do fail if all pods of a service are replaced at once, without
   * time to finish their work.
   */
  @Test
  void requestsFailWhenAllPodsAreReplacedAtOnce() {
    try (Traffic traffic = Traffic.withoutRetries(release.api())) {
      release
          .pods()
          .of(Service.IDEA)
          .forEach(pod -> release.client().resource(pod).withGracePeriod(0).delete());
      release.pods().awaitSettled();
      traffic.stop();
      assertThat(traffic.ledger().failures()).isNotEmpty();
    }
  }
}
