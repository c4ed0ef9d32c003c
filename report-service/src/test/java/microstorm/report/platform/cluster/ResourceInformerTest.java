package microstorm.report.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is watched, where the cluster cannot even be asked. */
class ResourceInformerTest {

  @Test
  void whatCannotBeAskedForIsNotSeenAndBreaksNothing() {
    ResourceInformer<Pod> pods =
        new ResourceInformer<>(
            "pods",
            () -> {
              throw new IllegalArgumentException("No namespace is known.");
            },
            Clock.systemUTC(),
            Duration.ofMinutes(1));
    assertThat(pods.start()).isCompleted();
    assertThat(pods.seen()).isEqualTo(Listing.not("pods", "the cluster's API does not answer"));
    assertThat(pods.start()).as("asked again at once").isCompleted();
    pods.stop();
  }
}
