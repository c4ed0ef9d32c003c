package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import microstorm.helm.fixture.Chart;
import microstorm.helm.fixture.RequiredKeys;
import microstorm.helm.fixture.SecurityRule;
import microstorm.helm.fixture.TextFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests values in unusual forms: the chart renders objects of the right types or refuses the value.
 */
class ValuesTest {

  private static final Path EXTERNAL = Chart.PATH.resolve("ci/external-values.yaml");
  private static final Path VALUES = Path.of("src/test/resources/values");

  /** YAML reads these strings as numbers, booleans or null if a template lacks the quotes. */
  @ParameterizedTest
  @ValueSource(strings = {"12345", "1e3", "0x1f", "true", "null", "1.10"})
  void textStaysText(String text) throws IOException {
    String values = Files.readString(VALUES.resolve("text.yaml")).replace("TEXT", '"' + text + '"');
    List<JsonNode> objects = Chart.renderWith(EXTERNAL, values);
    assertThat(objects).flatExtracting(TextFields::notText).isEmpty();
    assertThat(objects.toString()).contains("\"" + text + "\"");
  }

  /** Negative control: the check finds a field that a template left without quotes. */
  @Test
  void aNumberInAFieldForTextIsFound() {
    JsonNode pod =
        Chart.parse("kind: Pod\nspec: {containers: [{env: [{name: A, value: 1}]}]}").get(0);
    assertThat(TextFields.notText(pod)).containsExactly("/spec/containers/0/env/0/value");
  }

  /** The chart turns numbers and booleans into the text that Kubernetes requires. */
  @Test
  void annotationsAndLabelsMayBeWrittenAsNumbers() {
    List<JsonNode> objects =
        Chart.renderWith(
            null,
            """
            podAnnotations: {retries: 3, share: 0.5, large: 80000000, scrape: true}
            podLabels: {team: 7}
            nodeSelector: {ssd: true}
            ingress: {enabled: true, annotations: {read-timeout: 3600}}
            env: {RATIO: 0.5}
            """);
    assertThat(objects).flatExtracting(TextFields::notText).isEmpty();
    assertThat(Chart.ofKind(objects, "Deployment").toString())
        .contains("\"large\":\"80000000\"", "\"share\":\"0.5\"", "\"team\":\"7\"");
    assertThat(Chart.ofKind(objects, "Ingress").toString()).contains("\"read-timeout\":\"3600\"");
  }

  @Test
  void aUserNameOfDigitsMayBeWrittenAsANumber() {
    List<JsonNode> objects = Chart.renderWith(EXTERNAL, "kafka: {external: {username: 100000000}}");
    assertThat(Chart.ofKind(objects, "Deployment"))
        .hasSize(3)
        .allMatch(
            d ->
                d.toString()
                    .contains(
                        "\"name\":\"MICROSTORM_MESSAGING_KAFKA_LOGIN_USERNAME\",\"value\":\"100000000\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.5",
        "1",
        "\"1\"",
        "500m",
        "1.5",
        "2000000u",
        "\"1e3\"",
        "5E-1",
        "1G",
        "0.5Gi",
        "1Ei",
        "536870912"
      })
  void everyFormOfAQuantityIsAccepted(String quantity) {
    List<JsonNode> objects =
        Chart.renderWith(
            null, "resources: {limits: {cpu: %1$s, memory: %1$s}}".formatted(quantity));
    assertThat(Chart.ofKind(objects, "Deployment"))
        .extracting(d -> SecurityRule.podOf(d).at("/containers/0/resources/limits/cpu").asText())
        .containsOnly(Chart.parse("a: " + quantity).get(0).path("a").asText());
  }

  /**
   * A ResourceQuota on {@code limits.cpu} refuses every pod with a container that has no such
   * limit.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", "postgres: {embedded: {resources: {limits: {cpu: 2}}}}"})
  void aLimitOfTheServicesAppliesToEveryOtherPod(String more) {
    List<JsonNode> objects = Chart.renderWith(null, "resources: {limits: {cpu: 0.5}}\n" + more);
    assertThat(pods(objects)).hasSize(8).noneMatch(ValuesTest::lacksACpuLimit);
    assertThat(pods(Chart.renderWith(EXTERNAL, "resources: {limits: {cpu: 1}}")))
        .as("with migrations")
        .hasSize(8)
        .noneMatch(ValuesTest::lacksACpuLimit);
    assertThat(pods(Chart.render(Map.of())))
        .as("negative control")
        .allMatch(ValuesTest::lacksACpuLimit);
  }

  private static List<JsonNode> pods(List<JsonNode> objects) {
    return objects.stream().map(SecurityRule::podOf).filter(pod -> pod.has("containers")).toList();
  }

  private static boolean lacksACpuLimit(JsonNode pod) {
    return Stream.of("containers", "initContainers")
        .flatMap(list -> pod.path(list).valueStream())
        .anyMatch(container -> container.at("/resources/limits/cpu").isMissingNode());
  }

  @Test
  void theJobAndTheTestHaveResourcesOfTheirOwn() {
    List<JsonNode> objects =
        Chart.render(
            Map.of(
                "kafka.topics.resources.limits.memory", "1Gi", "test.resources.limits.cpu", "2"));
    assertThat(Chart.ofKind(objects, "Job").toString()).contains("\"memory\":\"1Gi\"");
    assertThat(
            Chart.ofKind(objects, "Pod")
                .get(0)
                .at("/spec/containers/0/resources/limits/cpu")
                .asInt())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com, tls",
    "microstorm.example.com, tls",
    "localhost, tls",
    "123.example.com, 123"
  })
  void aHostIsRoutedAndNamedInItsCertificate(String host, String secret) {
    String ingress = "ingress: {enabled: true, host: \"%s\", tlsSecret: \"%s\"}";
    JsonNode spec =
        Chart.ofKind(Chart.renderWith(null, ingress.formatted(host, secret)), "Ingress")
            .get(0)
            .path("spec");
    assertThat(spec.at("/rules/0/host").asText()).isEqualTo(host);
    assertThat(spec.at("/tls/0/hosts/0").asText()).isEqualTo(host);
    assertThat(spec.at("/tls/0/secretName").asText()).isEqualTo(secret);
  }

  @Test
  void aRouteMayHaveSeveralHosts() {
    String values = "httpRoute: {hostnames: [a.example.com, \"*.example.org\"]}";
    JsonNode route = Chart.ofKind(Chart.renderWith(EXTERNAL, values), "HTTPRoute").get(0);
    assertThat(route.at("/spec/hostnames"))
        .extracting(JsonNode::asText)
        .containsExactly("a.example.com", "*.example.org");
  }

  /** In a URL an IPv6 address has brackets, however it is written in the values. */
  @ParameterizedTest
  @ValueSource(strings = {"fd00::5", "[fd00::5]"})
  void aDatabaseOrBrokerMayHaveAnIpv6Address(String host) {
    String values =
        """
        kafka: {external: {bootstrapServers: "[fd00::1]:9093,kafka:9094"}}
        postgres: {external: {session-service: {host: "%s", port: "5433"}}}
        networkPolicy: {postgres: {cidr: "fd00::5/128"}}
        """;
    List<JsonNode> objects = Chart.renderWith(EXTERNAL, values.formatted(host));
    assertThat(objects.toString())
        .contains("jdbc:postgresql://[fd00::5]:5433/sessions?", "\"[fd00::1]:9093,kafka:9094\"");
    assertThat(Chart.ofKind(objects, "NetworkPolicy").toString())
        .contains("{\"port\":5433}", "{\"port\":9093},{\"port\":9094}", "\"fd00::5/128\"");
  }

  /** The schema requires every key that the chart needs, and Helm names a missing one. */
  @Test
  void aRequiredValueThatIsNullIsNamed() throws IOException {
    JsonNode schema =
        Chart.parse(Files.readString(Chart.PATH.resolve("values.schema.json"))).get(0);
    JsonNode values = Chart.parse(Files.readString(Chart.PATH.resolve("values.yaml"))).get(0);
    JsonNode optional = Chart.parse(Files.readString(VALUES.resolve("nulls.yaml"))).get(0);
    assertThat(new RequiredKeys(schema).missing(values, optional)).isEmpty();
    assertThatThrownBy(() -> Chart.renderWith(null, "kafka: {topics: {partitions: null}}"))
        .hasMessageContaining("'/kafka/topics': missing property 'partitions'");
  }

  /** A null removes a default. The release of this test sets every optional value to null. */
  @Test
  void optionalValuesMayBeNull() throws IOException {
    List<JsonNode> objects = Chart.renderWith(null, Files.readString(VALUES.resolve("nulls.yaml")));
    assertThat(objects.toString()).doesNotContain(":null", "<nil>", "<no value>", "%!");
    assertThat(objects).flatExtracting(TextFields::notText).isEmpty();
  }
}
