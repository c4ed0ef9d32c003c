package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;
import microstorm.k8s.fixture.OnCluster;
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

  @AfterEach
  void asItWas() {
    release.upgrade().awaitSettled();
  }

  @Test
  void nothingFailsOrIsLostWhileReplicasComeAndGo() {
    try (Traffic traffic = Traffic.once(release.api())) {
      release.scale(Service.IDEA, 3);
      await().atMost(Release.PATIENCE).until(() -> consumers("idea-service").size() == 3);
      release.scale(Service.IDEA, 1);
      await().atMost(Release.PATIENCE).until(() -> consumers("idea-service").size() == 1);

      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
  }

  @Test
  void theAutoscalerFollowsTheLoadUpAndDown() {
    release.upgrade(
        "autoscaling.enabled=true",
        "autoscaling.minReplicas=1",
        "autoscaling.maxReplicas=3",
        "autoscaling.cpuUtilization=40",
        "autoscaling.scaleDownStabilizationSeconds=15");
    await().atMost(Release.PATIENCE).until(() -> replicas() == 1);

    try (Traffic traffic = Traffic.once(release.api())) {
      await().atMost(Release.PATIENCE).until(() -> replicas() > 1);
      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
    await().atMost(Release.PATIENCE).until(() -> replicas() == 1);
  }

  /** The members of a consumer group that Kafka has given partitions. */
  private Set<String> consumers(String group) {
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
        .map(line -> line.split("\\s+")[6])
        .filter(member -> !member.equals("-"))
        .collect(Collectors.toSet());
  }

  private int replicas() {
    return release.pods(Service.IDEA).size();
  }
}
