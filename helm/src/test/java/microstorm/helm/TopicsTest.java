package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import microstorm.helm.fixture.Chart;
import org.junit.jupiter.api.Test;

/** Tests the script of the topics with a Kafka that has topics already. */
class TopicsTest {

  private static final String DESCRIPTION =
      "Topic: %s\tTopicId: WkL0VYyXQ9\tPartitionCount: %d\tReplicationFactor: 1\tConfigs:"
          + " min.insync.replicas=1,retention.ms=%d,max.message.bytes=8388608\n"
          + "\tTopic: %1$s\tPartition: 0\tLeader: 1\tReplicas: 1\tIsr: 1\n";

  private static final long DAYS_90 = 7_776_000_000L;

  private record Run(int status, String calls) {}

  private static Run run(Map<String, String> settings, String topics)
      throws IOException, InterruptedException {
    ProcessBuilder script =
        new ProcessBuilder(
            "bash",
            "-c",
            """
            function /opt/kafka/bin/kafka-topics.sh {
              if [[ " $* " == *" --describe "* ]]; then printf '%%s' "$DESCRIBED"; else echo "topics $*"; fi
            }
            function /opt/kafka/bin/kafka-configs.sh { echo "configs $*"; }
            source %s
            """
                .formatted(Chart.PATH.resolve("files/create-topics.sh")));
    script.environment().putAll(settings);
    script.environment().putAll(Map.of("DESCRIBED", topics, "BOOTSTRAP_SERVERS", "kafka:9092"));
    Process process = script.redirectErrorStream(true).start();
    String calls = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), calls);
  }

  private static String all(int partitions, long retention) {
    StringBuilder topics = new StringBuilder();
    for (String topic : new String[] {"session.events", "idea.events", "log.events"}) {
      topics.append(DESCRIPTION.formatted(topic, partitions, retention));
    }
    for (String topic :
        new String[] {
          "session-service.log", "session-service.idea", "idea-service.log",
          "idea-service.session", "report-service.session", "report-service.idea"
        }) {
      topics.append(DESCRIPTION.formatted(topic + ".events.dlq", 1, -1));
    }
    return topics.toString();
  }

  @Test
  void aCorrectTopicIsNotChanged() throws IOException, InterruptedException {
    Run run = run(Map.of(), all(12, DAYS_90));
    assertThat(run.calls())
        .doesNotContain("configs ", "topics ")
        .contains("Topic idea.events exists.");
    assertThat(run.status()).isZero();
  }

  @Test
  void existingTopicsGetAChangedRetention() throws IOException, InterruptedException {
    Run run = run(Map.of("RETENTION_DAYS", "30"), all(12, DAYS_90));
    assertThat(run.calls().lines().filter(call -> call.startsWith("configs ")))
        .hasSize(3)
        .allMatch(call -> call.endsWith("--add-config retention.ms=2592000000"));
    assertThat(run.status()).isZero();
  }

  /**
   * With more partitions, a key would move to another one, and its later events would overtake
   * earlier ones.
   */
  @Test
  void anotherNumberOfPartitionsIsReportedAndNotApplied() throws IOException, InterruptedException {
    Run run = run(Map.of("PARTITIONS", "24"), all(12, DAYS_90));
    assertThat(run.calls())
        .doesNotContain("--alter", "--create")
        .contains("Topic session.events does not have 24 partitions");
    assertThat(run.status()).isOne();
  }

  /** The script creates and changes nothing outside the prefix. */
  @Test
  void everyTopicHasThePrefix() throws IOException, InterruptedException {
    String calls = run(Map.of("TOPIC_PREFIX", "blue."), all(12, DAYS_90)).calls();
    assertThat(calls.lines().filter(call -> call.startsWith("topics ")))
        .hasSize(9)
        .allMatch(call -> call.contains("--topic blue."));
    assertThat(calls)
        .contains("--topic blue.idea-service.log.events.dlq ")
        .doesNotContain("configs");
  }

  @Test
  void aMissingTopicIsCreated() throws IOException, InterruptedException {
    String without = all(12, DAYS_90).replace("Topic: idea.events\t", "Topic: other.events\t");
    assertThat(run(Map.of(), without).calls())
        .contains("--create --if-not-exists --topic idea.events --partitions 12");
  }
}
