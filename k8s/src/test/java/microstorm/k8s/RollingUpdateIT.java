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

/** The log's point "rolling update without downtime": not one request fails, no event is lost. */
@OnCluster
class RollingUpdateIT {

  private final Release release = Release.shared();

  @AfterEach
  void asItWas() {
    release.upgrade();
  }

  @Test
  void noRequestFailsWhileEveryServiceIsReplaced() {
    try (Traffic traffic = Traffic.once(release.api())) {
      List<Watch> watches = traffic.sessions().stream().map(Watch::of).toList();

      release.upgrade("podAnnotations.rollout=again");

      Ledger ledger = traffic.endsWithNothingLost();
      assertThat(ledger.failures()).isEmpty();
      watches.forEach(watch -> watch.sawAllOf(ledger));
      assertThat(watches.stream().map(Watch::connections))
          .as("streams were told to go elsewhere")
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
