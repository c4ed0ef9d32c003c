package microstorm.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lists what CloudNativePG and Strimzi create from the resources in k8s/operators, by the naming
 * rules that the two operators document, in the same sentences as {@link Needs}.
 */
final class Operators {

  private static final Path PATH = Path.of("../k8s/operators");

  private Operators() {}

  static List<JsonNode> resources() {
    List<JsonNode> resources = new ArrayList<>();
    for (JsonNode file : read("kustomization.yaml").get(0).path("resources")) {
      resources.addAll(read(file.asText()));
    }
    return resources;
  }

  /** The settings that the three database clusters share. */
  static JsonNode common() {
    return read("postgres-common.yaml").get(0);
  }

  private static List<JsonNode> read(String file) {
    try {
      return Chart.parse(Files.readString(PATH.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SortedSet<String> offers(List<JsonNode> resources) {
    SortedSet<String> offers = new TreeSet<>();
    Chart.ofKind(resources, "Cluster").forEach(cluster -> addDatabase(cluster, offers));
    for (JsonNode kafka : Chart.ofKind(resources, "Kafka")) {
      String cluster = name(kafka);
      offers.add(Needs.pods("strimzi.io/name", cluster + "-kafka"));
      for (JsonNode resource : resources) {
        if (resource.at("/metadata/labels/strimzi.io~1cluster").asText().equals(cluster)) {
          switch (resource.path("kind").asText()) {
            case "KafkaUser" -> addForUser(kafka, resource, offers);
            case "KafkaTopic" -> offers.add(topic(resource));
            default -> {}
          }
        }
      }
    }
    return offers;
  }

  private static void addDatabase(JsonNode cluster, SortedSet<String> offers) {
    String name = name(cluster);
    offers.add(
        Needs.database(
            name + "-rw:5432/" + cluster.at("/spec/bootstrap/initdb/database").asText(),
            name + "-app/username",
            name + "-app/password",
            name + "-ca/ca.crt"));
    offers.add(Needs.pods("cnpg.io/cluster", name));
  }

  private static void addForUser(JsonNode kafka, JsonNode user, SortedSet<String> offers) {
    for (JsonNode listener : kafka.at("/spec/kafka/listeners")) {
      JsonNode mechanism = listener.at("/authentication/type");
      if (mechanism.equals(user.at("/spec/authentication/type"))) {
        offers.add(
            Needs.kafka(
                name(kafka) + "-kafka-bootstrap:" + listener.path("port").asText(),
                listener.path("tls").asBoolean() ? "SASL_SSL" : "SASL_PLAINTEXT",
                mechanism.asText().toUpperCase(Locale.ROOT),
                name(user),
                name(user) + "/password",
                name(kafka) + "-cluster-ca-cert/ca.crt"));
      }
    }
    for (JsonNode acl : user.at("/spec/authorization/acls")) {
      JsonNode resource = acl.path("resource");
      for (JsonNode operation : acl.path("operations")) {
        offers.add(
            "%s %s %s %s"
                .formatted(
                    operation.asText(),
                    resource.path("type").asText(),
                    resource.path("patternType").asText("literal"),
                    resource.path("name").asText()));
      }
    }
  }

  private static String topic(JsonNode topic) {
    SortedSet<String> config = new TreeSet<>();
    for (Map.Entry<String, JsonNode> entry : topic.at("/spec/config").properties()) {
      config.add(entry.getKey() + "=" + entry.getValue().asText());
    }
    return Needs.topic(
        name(topic),
        topic.at("/spec/partitions").asText(),
        topic.at("/spec/replicas").asText(),
        config);
  }

  private static String name(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }
}
