package microstorm.helm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The external resources that a release refers to, one sentence for each. */
final class Needs {

  private static final Pattern MOUNTED = Pattern.compile("/etc/microstorm/([a-z-]+)/([a-z.]+)");

  /** The labels that select the release's own pods and the pods of the cluster's DNS. */
  private static final Pattern KNOWN = Pattern.compile("app\\.kubernetes\\.io/.*|k8s-app");

  private static final Pattern OPTION = Pattern.compile("--(\\S+) (\\S+)");

  private Needs() {}

  /**
   * The needs of a release.
   *
   * @param release a release that does not create its topics
   * @param withTopics the same release, configured to create its topics
   */
  static SortedSet<String> of(List<JsonNode> release, List<JsonNode> withTopics) {
    SortedSet<String> needs = new TreeSet<>(Services.rights());
    Chart.ofKind(release, "Deployment")
        .forEach(deployment -> ofService(deployment, release, needs));
    Chart.ofKind(release, "NetworkPolicy").forEach(policy -> ofNetwork(policy, needs));
    needs.addAll(topics(Chart.ofKind(withTopics, "Job").get(0)));
    return needs;
  }

  private static void ofService(
      JsonNode deployment, List<JsonNode> release, SortedSet<String> needs) {
    JsonNode config =
        Chart.ofKind(release, "ConfigMap").stream()
            .filter(map -> map.at("/metadata/name").equals(deployment.at("/metadata/name")))
            .findFirst()
            .orElseThrow()
            .path("data");
    JsonNode pod = SecurityRule.podOf(deployment);
    String url = config.path("QUARKUS_DATASOURCE_JDBC_URL").asText();
    needs.add(
        database(
            url.substring("jdbc:postgresql://".length(), url.indexOf('?')),
            variable(pod, "QUARKUS_DATASOURCE_USERNAME"),
            variable(pod, "QUARKUS_DATASOURCE_PASSWORD"),
            mounted(pod, url)));
    needs.add(
        kafka(
            config.path("KAFKA_BOOTSTRAP_SERVERS").asText(),
            config.path("KAFKA_SECURITY_PROTOCOL").asText(),
            config.path("KAFKA_SASL_MECHANISM").asText(),
            variable(pod, "MICROSTORM_MESSAGING_KAFKA_LOGIN_USERNAME"),
            variable(pod, "MICROSTORM_MESSAGING_KAFKA_LOGIN_PASSWORD"),
            mounted(pod, config.path("KAFKA_SSL_TRUSTSTORE_LOCATION").asText())));
  }

  /** A variable's value, or the name and key of the Secret that holds it. */
  private static String variable(JsonNode pod, String name) {
    for (JsonNode variable : pod.at("/containers/0/env")) {
      if (variable.path("name").asText().equals(name)) {
        JsonNode secret = variable.at("/valueFrom/secretKeyRef");
        return secret.isMissingNode()
            ? variable.path("value").asText()
            : secret.path("name").asText() + "/" + secret.path("key").asText();
      }
    }
    throw new AssertionError(name + " is not set");
  }

  /** The name and key of the Secret that is mounted as the file that a setting names. */
  private static String mounted(JsonNode pod, String setting) {
    Matcher file = MOUNTED.matcher(setting);
    if (!file.find()) {
      throw new AssertionError(setting + " names no file");
    }
    return StreamSupport.stream(pod.path("volumes").spliterator(), false)
        .filter(volume -> volume.path("name").asText().equals(file.group(1)))
        .map(volume -> volume.at("/secret/secretName").asText() + "/" + file.group(2))
        .findFirst()
        .orElseThrow();
  }

  /** Adds the pods outside the release to which a policy allows connections. */
  private static void ofNetwork(JsonNode policy, SortedSet<String> needs) {
    for (JsonNode peer : policy.at("/spec/egress").findValues("podSelector")) {
      for (Map.Entry<String, JsonNode> label : peer.path("matchLabels").properties()) {
        if (!KNOWN.matcher(label.getKey()).matches()) {
          needs.add(pods(label.getKey(), label.getValue().asText()));
        }
      }
      for (JsonNode expression : peer.path("matchExpressions")) {
        String label = expression.path("key").asText();
        if (!KNOWN.matcher(label).matches()) {
          expression.path("values").forEach(value -> needs.add(pods(label, value.asText())));
        }
      }
    }
  }

  /** The topics that the chart's script would create, with the settings of the Job that runs it. */
  private static SortedSet<String> topics(JsonNode job) {
    ProcessBuilder script =
        new ProcessBuilder(
            "bash",
            "-c",
            """
            function /opt/kafka/bin/kafka-topics.sh { [[ " $* " == *" --describe "* ]] || echo "$@"; }
            source %s
            """
                .formatted(Chart.PATH.resolve("files/create-topics.sh")));
    SecurityRule.podOf(job)
        .at("/containers/0/env")
        .forEach(
            variable ->
                script
                    .environment()
                    .put(variable.path("name").asText(), variable.path("value").asText()));
    SortedSet<String> topics = new TreeSet<>();
    output(script).lines().forEach(call -> topics.add(topicOf(call)));
    return topics;
  }

  private static String output(ProcessBuilder command) {
    try {
      Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String topicOf(String call) {
    Map<String, List<String>> options =
        OPTION
            .matcher(call)
            .results()
            .collect(groupingBy(option -> option.group(1), mapping(o -> o.group(2), toList())));
    return topic(
        options.get("topic").get(0),
        options.get("partitions").get(0),
        options.get("replication-factor").get(0),
        new TreeSet<>(options.get("config")));
  }

  static String database(String address, String username, String password, String ca) {
    return "database " + String.join(" ", address, username, password, ca);
  }

  static String kafka(
      String address, String protocol, String mechanism, String user, String password, String ca) {
    return "kafka " + String.join(" ", address, protocol, mechanism, user, password, ca);
  }

  static String pods(String label, String value) {
    return "pods " + label + "=" + value;
  }

  static String topic(String name, String partitions, String replicas, SortedSet<String> config) {
    return "topic " + String.join(" ", name, partitions, replicas, config.toString());
  }
}
