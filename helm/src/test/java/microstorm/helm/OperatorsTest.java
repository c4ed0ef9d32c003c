package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import microstorm.helm.fixture.Chart;
import microstorm.helm.fixture.Needs;
import microstorm.helm.fixture.Operators;
import microstorm.helm.fixture.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resources for the operators in k8s/operators are what the chart's scenario "ha" needs. */
class OperatorsTest {

  private static final Path SCENARIO = Chart.PATH.resolve("ci/ha-values.yaml");

  private static final SortedSet<String> NEEDS =
      Needs.of(Chart.render(SCENARIO), Chart.render(SCENARIO, Map.of("kafka.topics.create", true)));

  @Test
  void theOperatorsCreateEverythingTheReleaseNeeds() {
    assertThat(Operators.offers(Operators.resources())).isEqualTo(NEEDS);
  }

  /** Negative control: if any resource had another name, the comparison would fail. */
  @ParameterizedTest
  @MethodSource("names")
  void aResourceWithAnotherNameIsMissed(String name) {
    List<JsonNode> resources = Operators.resources();
    resources.stream()
        .filter(resource -> Chart.name(resource).equals(name))
        .forEach(resource -> ((ObjectNode) resource.get("metadata")).put("name", "other"));
    assertThat(Operators.offers(resources)).isNotEqualTo(NEEDS);
  }

  static Stream<String> names() {
    return Operators.resources().stream()
        .map(Chart::name)
        .filter(name -> !name.startsWith("KafkaNodePool"));
  }

  /** Without the prefix, two releases on one Kafka would consume each other's events. */
  @Test
  void everyTopicAndGroupOfTheServicesHasThePrefix() {
    assertThat(Services.rights("blue."))
        .hasSameSizeAs(Services.rights())
        .allMatch(right -> right.split(" ")[3].startsWith("blue."));
  }

  @Test
  void thereAreAsManyBrokersAsReplicasOfATopic() {
    JsonNode pool = Chart.ofKind(Operators.resources(), "KafkaNodePool").get(0);
    JsonNode kafka = Chart.ofKind(Operators.resources(), "Kafka").get(0);
    assertThat(pool.at("/metadata/labels/strimzi.io~1cluster"))
        .isEqualTo(kafka.at("/metadata/name"));
    assertThat(Chart.ofKind(Operators.resources(), "KafkaTopic"))
        .extracting(topic -> topic.at("/spec/replicas").asInt())
        .containsOnly(pool.at("/spec/replicas").asInt());
  }

  /** Kafka keeps a group's offset at least as long as the events that it refers to. */
  @Test
  void offsetsAreKeptAsLongAsEvents() {
    JsonNode kafka = Chart.ofKind(Operators.resources(), "Kafka").get(0);
    long minutes = kafka.at("/spec/kafka/config/offsets.retention.minutes").asLong();
    assertThat(Chart.ofKind(Operators.resources(), "KafkaTopic"))
        .extracting(topic -> topic.at("/spec/config/retention.ms").asLong())
        .contains(minutes * 60_000)
        .allMatch(retention -> retention <= minutes * 60_000);
  }

  /**
   * The server allows the connection pools of the maximum number of replicas and of one more, as
   * during an update.
   */
  @Test
  void theDatabasesAllowTheConnectionsOfAllReplicas() {
    List<JsonNode> scalers = Chart.ofKind(Chart.render(SCENARIO), "HorizontalPodAutoscaler");
    int connections = Operators.common().at("/spec/postgresql/parameters/max_connections").asInt();
    for (String service : Services.NAMES) {
      int pool =
          Integer.parseInt(
              Services.settings(service).getProperty("quarkus.datasource.jdbc.max-size"));
      assertThat(scalers)
          .filteredOn(scaler -> Chart.name(scaler).endsWith(service))
          .singleElement()
          .satisfies(
              scaler ->
                  assertThat((scaler.at("/spec/maxReplicas").asInt() + 1) * pool)
                      .as(service)
                      .isLessThan(connections));
    }
  }
}
