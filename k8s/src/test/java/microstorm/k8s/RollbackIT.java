package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import microstorm.k8s.fixture.Ledger;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Traffic;
import org.junit.jupiter.api.Test;

/**
 * The log's point "rollback without downtime": `helm rollback` under load, nothing fails or is
 * lost.
 */
@OnCluster
class RollbackIT {

  private final Release release = Release.shared();

  @Test
  void noRequestFailsOnTheWayBack() {
    release.upgrade("podAnnotations.version=new");
    List<String> newer = release.podNames();
    try (Traffic traffic = Traffic.once(release.api())) {

      release.rollback();

      Ledger ledger = traffic.endsWithNothingLost();
      assertThat(ledger.failures()).isEmpty();
      assertThat(release.podNames()).isNotEmpty().doesNotContainAnyElementsOf(newer);
    }
  }
}
