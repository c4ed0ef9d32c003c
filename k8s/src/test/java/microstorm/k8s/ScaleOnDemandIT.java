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
 * The log's point "can scale, on demand": by hand, and by the autoscaler as load comes and goes.
 */
@OnCluster
class ScaleOnDemandIT {

  private final Release release = Release.shared();

  /** Helm does not change a number of replicas that somebody else set to another. */
  @AfterEach
  void asItWas() {
    release.scale(Service.IDEA, 2);
    release.upgrade().awaitSettled();
  }

  @Test
  void nothingFailsOrIsLostWhileReplicasComeAndGo() {
    try (Traffic traffic = Traffic.once(release.api())) {
      release.scale(Service.IDEA, 3);
      await().atMost(Patience.PODS).until(() -> consumers("idea-service") == 3);
      release.scale(Service.IDEA, 1);
      await().atMost(Patience.PODS).until(() -> consumers("idea-service") == 1);

      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
  }

  /** As docs/kubernetes.md says: a number that was set by hand last is not taken away by Helm. */
  @Test
  void theAutoscalerFollowsTheLoadUpAndDown() {
    release.scale(Service.IDEA, 3);
    release.upgrade(
        "services.idea-service.autoscaling.enabled=true",
        "autoscaling.minReplicas=2",
        "autoscaling.maxReplicas=4",
        "autoscaling.cpuUtilization=40",
        "autoscaling.scaleDownStabilizationSeconds=15");
    assertThat(replicas()).as("none is missed at the change").isGreaterThanOrEqualTo(2);
    await().atMost(Patience.PODS).until(() -> replicas() == 2);

    try (Traffic traffic = Traffic.once(release.api())) {
      await().atMost(Patience.PODS).until(() -> replicas() > 2);
      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
    await().atMost(Patience.PODS).until(() -> replicas() == 2);
  }

  /** How many hosts of a consumer group Kafka has given partitions to. */
  private long consumers(String group) {
    String table =
        release
            .exec(
                release.server("kafka"),
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
    return release.pods(Service.IDEA).size();
  }
}
