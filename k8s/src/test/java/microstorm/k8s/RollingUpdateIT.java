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
 * The log's point "update/rollback without downtime": not one request fails and no event is lost,
 * neither on the way to a new revision nor on the way back.
 */
@OnCluster
class RollingUpdateIT {

  private final Release release = Release.shared();

  @AfterEach
  void asItWas() {
    release.upgrade();
  }

  @Test
  void noRequestFailsWhileEveryServiceIsReplacedAndPutBack() {
    List<String> before = release.podNames();
    underTraffic(() -> release.upgrade("podAnnotations.rollout=again"));
    List<String> updated = release.podNames();
    assertThat(updated).isNotEmpty().doesNotContainAnyElementsOf(before);

    underTraffic(release::rollback);
    assertThat(release.podNames()).isNotEmpty().doesNotContainAnyElementsOf(updated);
  }

  /** No request fails, and live streams see everything although each of them has to reconnect. */
  private void underTraffic(Runnable rollout) {
    try (Traffic traffic = Traffic.once(release.api())) {
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
   * The negative control: a service whose pods are all replaced at once, without time to finish
   * what they have begun, is missed.
   */
  @Test
  void requestsFailWhenAllPodsAreReplacedAtOnce() {
    try (Traffic traffic = Traffic.once(release.api())) {
      release
          .pods(Service.IDEA)
          .forEach(pod -> release.client().resource(pod).withGracePeriod(0).delete());
      release.awaitSettled();
      traffic.stop();
      assertThat(traffic.ledger().failures()).isNotEmpty();
    }
  }
}
