package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import microstorm.k8s.fixture.Traffic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the log's point "can scale, on demand": by hand, and with the autoscaler as load rises and
 * falls.
 */
@OnCluster
class ScaleOnDemandIT {

  private final Release release = Release.shared();

  /** Helm does not change a number of replicas that somebody else has set. */
  @AfterEach
  void restoreRelease() {
    release.pods().scale(Service.IDEA, 2);
    release.upgrade().pods().awaitSettled();
  }

  @Test
  void scalingFailsNoRequestAndLosesNoIdea() {
    try (Traffic traffic = Traffic.withoutRetries(release.api())) {
      release.pods().scale(Service.IDEA, 3);
      await().atMost(Patience.PODS).until(() -> consumers("idea-service") == 3);
      release.pods().scale(Service.IDEA, 1);
      await().atMost(Patience.PODS).until(() -> consumers("idea-service") == 1);

      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
  }

  /** As docs/kubernetes.md says, Helm keeps the number of replicas that was last set by hand. */
  @Test
  void theAutoscalerFollowsTheLoadUpAndDown() {
    release.pods().scale(Service.IDEA, 3);
    release.upgrade(
        "services.idea-service.autoscaling.enabled=true",
        "autoscaling.minReplicas=2",
        "autoscaling.maxReplicas=4",
        "autoscaling.cpuUtilization=40",
        "autoscaling.scaleDownStabilizationSeconds=15");
    assertThat(replicas()).as("no replica is removed at the change").isGreaterThanOrEqualTo(2);
    await().atMost(Patience.PODS).until(() -> replicas() == 2);

    try (Traffic traffic = Traffic.withoutRetries(release.api())) {
      await().atMost(Patience.PODS).until(() -> replicas() > 2);
      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
    await().atMost(Patience.PODS).until(() -> replicas() == 2);
  }

  /** The number of hosts in a consumer group to which Kafka has assigned partitions. */
  private long consumers(String group) {
    String table =
        release
            .pods()
            .exec(
                release.pods().server("kafka"),
                "/opt/kafka/bin/kafka-consumer-groups.sh",
                "--bootstrap-server",
                "localhost:9092",
                "--describe",
                "--group",
                group)
            .text();
    return table
        .lines()
        .filter(line -> line.startsWith(group + " "))
        .map(line -> line.split("\\s+")[7])
        .filter(host -> !host.equals("-"))
        .distinct()
        .count();
  }

  private int replicas() {
    return release.pods().of(Service.IDEA).size();
  }
}
