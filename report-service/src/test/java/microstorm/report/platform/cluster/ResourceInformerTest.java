package microstorm.report.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The informer without access to a cluster. */
class ResourceInformerTest {

  @Test
  void reportsObjectsAsUnreadableIfNoRequestIsPossible() {
    ResourceInformer<Pod> pods =
        new ResourceInformer<>(
            "pods",
            () -> {
              throw new IllegalArgumentException("No namespace is known.");
            },
            Clock.systemUTC(),
            Duration.ofMinutes(1));
    assertThat(pods.start()).isCompleted();
    assertThat(pods.seen()).isEqualTo(Listing.not("pods", "the cluster's API does not respond"));
    assertThat(pods.start()).as("requested again at once").isCompleted();
    pods.stop();
  }
}
