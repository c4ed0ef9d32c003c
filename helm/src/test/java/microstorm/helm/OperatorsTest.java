package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What CloudNativePG and Strimzi make of {@code k8s/operators} is what the chart's scenario with
 * three replicas asks for. The names that an operator gives to what it makes follow from its
 * documentation.
 */
class OperatorsTest {

  private static final Path OPERATORS = Path.of("../k8s/operators");

  private final List<JsonNode> resources =
      Stream.of("postgres.yaml", "kafka.yaml", "topics.yaml", "user.yaml")
          .flatMap(file -> Chart.parse(read(OPERATORS.resolve(file))).stream())
          .toList();
  private final List<JsonNode> release = Chart.render(Chart.PATH.resolve("ci/ha-values.yaml"));

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<String> names(String kind) {
    return Chart.ofKind(resources, kind).stream()
        .map(object -> object.at("/metadata/name").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the chart takes from Secrets that it does not make: {@code name/key}. */
  private Set<String> secretsAskedFor() {
    Set<String> made =
        Chart.ofKind(release, "Secret").stream()
            .map(secret -> secret.at("/metadata/name").asText())
            .collect(Collectors.toSet());
    Set<String> asked = new TreeSet<>();
    for (JsonNode deployment : Chart.ofKind(release, "Deployment")) {
      JsonNode pod = deployment.at("/spec/template/spec");
      for (JsonNode variable : pod.at("/containers/0/env")) {
        JsonNode reference = variable.at("/valueFrom/secretKeyRef");
        if (!reference.isMissingNode()) {
          asked.add(reference.path("name").asText() + "/" + reference.path("key").asText());
        }
      }
      for (JsonNode volume : pod.path("volumes")) {
        if (volume.has("secret")) {
          asked.add(volume.at("/secret/secretName").asText() + "/ca.crt");
        }
      }
    }
    asked.removeIf(key -> made.contains(key.substring(0, key.indexOf('/'))));
    return asked;
  }

  private Stream<String> settings(String name) {
    return Chart.ofKind(release, "ConfigMap").stream()
        .map(config -> config.at("/data/" + name).asText())
        .filter(value -> !value.isEmpty());
  }

  @Test
  void everySecretThatTheChartReadsIsMadeByAnOperator() {
    Set<String> made = new TreeSet<>();
    for (String cluster : names("Cluster")) {
      made.addAll(
          List.of(cluster + "-app/username", cluster + "-app/password", cluster + "-ca/ca.crt"));
    }
    names("Kafka").forEach(kafka -> made.add(kafka + "-cluster-ca-cert/ca.crt"));
    names("KafkaUser").forEach(user -> made.add(user + "/password"));
    assertThat(secretsAskedFor()).isEqualTo(made);
  }

  @Test
  void theDatabasesAreWhereTheChartLooksForThem() {
    Set<String> served =
        Chart.ofKind(resources, "Cluster").stream()
            .map(
                cluster ->
                    "//%s-rw:5432/%s?"
                        .formatted(
                            cluster.at("/metadata/name").asText(),
                            cluster.at("/spec/bootstrap/initdb/database").asText()))
            .collect(Collectors.toSet());
    assertThat(settings("QUARKUS_DATASOURCE_JDBC_URL"))
        .hasSize(3)
        .allSatisfy(url -> assertThat(served).anyMatch(url::contains));
  }

  @Test
  void kafkaListensWhereTheChartAndItsUserExpectIt() {
    JsonNode kafka = Chart.ofKind(resources, "Kafka").get(0);
    JsonNode listener = kafka.at("/spec/kafka/listeners/0");
    assertThat(listener.path("tls").asBoolean()).isTrue();
    assertThat(settings("KAFKA_BOOTSTRAP_SERVERS"))
        .containsOnly(
            "%s-kafka-bootstrap:%s"
                .formatted(kafka.at("/metadata/name").asText(), listener.path("port").asText()));
    assertThat(settings("KAFKA_SECURITY_PROTOCOL")).containsOnly("SASL_SSL");
    assertThat(settings("KAFKA_SASL_MECHANISM")).containsOnly("SCRAM-SHA-512");
    JsonNode user = Chart.ofKind(resources, "KafkaUser").get(0);
    assertThat(listener.at("/authentication/type").asText())
        .isEqualTo("scram-sha-512")
        .isEqualTo(user.at("/spec/authentication/type").asText());
    assertThat(resources)
        .filteredOn(object -> object.path("kind").asText().matches("Kafka(Topic|User|NodePool)"))
        .allSatisfy(
            object ->
                assertThat(object.at("/metadata/labels/strimzi.io~1cluster").asText())
                    .isEqualTo(kafka.at("/metadata/name").asText()));
  }

  /** The name is given: Strimzi's Secret has none. */
  @Test
  void theChartSignsInAsTheUserThatThereIs() {
    assertThat(Chart.ofKind(release, "Deployment"))
        .allSatisfy(
            deployment ->
                assertThat(deployment.at("/spec/template/spec/containers/0/env"))
                    .filteredOn(entry -> entry.path("name").asText().equals("KAFKA_LOGIN_NAME"))
                    .extracting(entry -> entry.path("value").asText())
                    .containsExactlyElementsOf(names("KafkaUser")));
  }

  /** The services name their topics and groups themselves. */
  @Test
  void theTopicsAndTheRightsAreThoseThatTheServicesUse() {
    Set<String> topics = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    for (String service : List.of("session-service", "idea-service", "report-service")) {
      Path settings = Path.of("..", service, "src/main/resources/application.properties");
      Matcher setting =
          Pattern.compile("mp\\.messaging\\.incoming\\..*\\.(topic|group\\.id)=(.*)")
              .matcher(read(settings));
      while (setting.find()) {
        (setting.group(1).equals("topic") ? topics : groups).add(setting.group(2).strip());
      }
    }
    assertThat(topics).hasSize(9).isEqualTo(names("KafkaTopic"));
    assertThat(topics).allMatch(topic -> isAllowed("topic", topic, "Read"), "may be read");
    assertThat(topics).allMatch(topic -> isAllowed("topic", topic, "Write"), "may be written");
    assertThat(groups).isNotEmpty().allMatch(group -> isAllowed("group", group, "Read"));

    // the control: others are not allowed
    assertThat(isAllowed("topic", "payments.events", "Read")).isFalse();
    assertThat(isAllowed("topic", "session.events", "Delete")).isFalse();
    assertThat(isAllowed("group", "payments", "Read")).isFalse();
  }

  private boolean isAllowed(String type, String name, String operation) {
    for (JsonNode acl :
        Chart.ofKind(resources, "KafkaUser").get(0).at("/spec/authorization/acls")) {
      JsonNode resource = acl.path("resource");
      String pattern = resource.path("name").asText();
      boolean matches =
          resource.path("patternType").asText().equals("prefix")
              ? name.startsWith(pattern)
              : name.equals(pattern);
      if (resource.path("type").asText().equals(type)
          && matches
          && acl.path("operations").toString().contains('"' + operation + '"')) {
        return true;
      }
    }
    return false;
  }

  /** The script that makes the topics elsewhere, run with commands that print what they get. */
  @Test
  void theTopicsAreLikeThoseThatTheChartWouldMake() throws IOException, InterruptedException {
    String script =
        read(Chart.PATH.resolve("files/create-topics.sh"))
            .replace("/opt/kafka/bin/kafka-topics.sh", "topics_command");
    Process shell =
        new ProcessBuilder(
                "bash",
                "-c",
                "BOOTSTRAP_SERVERS=none\ntopics_command() { [[ $* == *--list* ]] || echo \"$*\"; }\n"
                    + script)
            .redirectErrorStream(true)
            .start();
    shell.getOutputStream().close();
    Set<String> made = new TreeSet<>();
    Pattern topic =
        Pattern.compile(
            "--topic (\\S+) --partitions (\\S+) .*retention.ms=(\\S+) .*max.message.bytes=(\\S+)");
    for (String line : new String(shell.getInputStream().readAllBytes()).lines().toList()) {
      Matcher parts = topic.matcher(line);
      assertThat(parts.find()).as(line).isTrue();
      made.add(String.join(" ", parts.group(1), parts.group(2), parts.group(3), parts.group(4)));
    }
    assertThat(shell.waitFor()).isZero();
    Stream<String> declared =
        Chart.ofKind(resources, "KafkaTopic").stream()
            .map(
                kafkaTopic ->
                    String.join(
                        " ",
                        kafkaTopic.at("/metadata/name").asText(),
                        kafkaTopic.at("/spec/partitions").asText(),
                        kafkaTopic.at("/spec/config/retention.ms").asText(),
                        kafkaTopic.at("/spec/config/max.message.bytes").asText()));
    assertThat(declared).containsExactlyInAnyOrderElementsOf(made);
  }
}
