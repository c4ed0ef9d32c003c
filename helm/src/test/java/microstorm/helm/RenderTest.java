package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the chart makes of its values. */
class RenderTest {

  static Stream<Path> scenarios() {
    return Chart.scenarios().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void theLinterFindsNothing(Path scenario, @TempDir Path scratch) {
    Chart.copyWithValues(scenario, scratch);
    LintResult result = new Helm(scratch).lint().strict().call();
    assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
  }

  /** On its line, or on the line above it and those like it. */
  @Test
  void everyKeyOfTheValuesHasAComment() throws IOException {
    boolean said = false;
    for (String line : Files.readAllLines(Chart.PATH.resolve("values.yaml"))) {
      boolean heading = line.startsWith("## ");
      boolean comment = !heading && line.strip().startsWith("#");
      boolean key = !heading && !comment && !line.isBlank();
      said = comment || said && key && !line.contains(" #");
      assertThat(said || !key || line.contains(" # ")).as(line).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyServiceIsDeployedAndFound(Path scenario) {
    List<JsonNode> objects = Chart.render(scenario);
    for (String kind : List.of("Deployment", "Service", "ServiceAccount", "ConfigMap")) {
      assertThat(Chart.ofKind(objects, kind))
          .extracting(object -> object.at("/metadata/name").asText())
          .contains("ms-session-service", "ms-idea-service", "ms-report-service");
    }
    assertThat(objects)
        .allSatisfy(
            object ->
                assertThat(object.at("/metadata/labels/app.kubernetes.io~1instance").asText())
                    .as(Chart.name(object))
                    .isEqualTo("ms"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void aRollingUpdateNeverTakesAPodBeforeItsSuccessorIsReady(Path scenario) {
    assertThat(Chart.ofKind(Chart.render(scenario), "Deployment"))
        .allSatisfy(
            deployment -> {
              JsonNode update = deployment.at("/spec/strategy/rollingUpdate");
              assertThat(update.path("maxUnavailable").asInt(1)).isZero();
              JsonNode container = deployment.at("/spec/template/spec/containers/0");
              assertThat(container.at("/startupProbe/httpGet/path").asText()).endsWith("started");
              assertThat(container.at("/readinessProbe/httpGet/path").asText()).endsWith("ready");
              assertThat(container.at("/livenessProbe/httpGet/path").asText()).endsWith("live");
            });
  }

  /** A node that is drained would else count as an empty one, and keep its pods from the others. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void podsAreSpreadOverNodesThatTakePodsAlone(Path scenario) {
    assertThat(Chart.ofKind(Chart.render(scenario), "Deployment"))
        .allSatisfy(
            deployment ->
                assertThat(deployment.at("/spec/template/spec/topologySpreadConstraints"))
                    .hasSize(2)
                    .allMatch(spread -> spread.path("nodeTaintsPolicy").asText().equals("Honor")));
  }

  /** A node that names no zone would take no pod at all if zones were insisted on. */
  @Test
  void spreadingOverZonesIsAWishAlone() {
    Map<String, String> values = Map.of("topologySpread.whenUnsatisfiable", "DoNotSchedule");
    assertThat(
            Chart.ofKind(Chart.render(values), "Deployment").stream()
                .flatMap(d -> d.at("/spec/template/spec/topologySpreadConstraints").valueStream()))
        .extracting(
            spread -> spread.path("topologyKey").asText(),
            spread -> spread.path("whenUnsatisfiable").asText())
        .containsOnly(
            tuple("kubernetes.io/hostname", "DoNotSchedule"),
            tuple("topology.kubernetes.io/zone", "ScheduleAnyway"));
  }

  /** A restart of the one Postgres or the one Kafka fails requests: a new version is no reason. */
  @Test
  void theEmbeddedServersRunOnThroughAnUpgrade(@TempDir Path next, @TempDir Path afterNext) {
    List<JsonNode> before = Chart.ofKind(Chart.renderVersion("0.2.0", next), "StatefulSet");
    List<JsonNode> after = Chart.ofKind(Chart.renderVersion("0.3.0", afterNext), "StatefulSet");
    assertThat(after).hasSize(2);
    assertThat(after)
        .extracting(set -> set.at("/spec/template"))
        .isEqualTo(before.stream().map(set -> set.at("/spec/template")).toList());
    assertThat(after).as("the control").isNotEqualTo(before);
  }

  @Test
  void whateverIsOfTheReleaseGoesWhereItsPodsMay() {
    List<JsonNode> objects =
        Chart.render(
            Chart.PATH.resolve("ci/external-values.yaml"), Map.of("nodeSelector.disk", "fast"));
    List<JsonNode> pods =
        Stream.of("Deployment", "Job", "Pod")
            .flatMap(kind -> Chart.ofKind(objects, kind).stream())
            .map(object -> object.path("spec").path("template").path("spec"))
            .toList();
    assertThat(pods).hasSize(8);
    assertThat(Chart.ofKind(objects, "Pod").stream().map(pod -> pod.path("spec")).toList())
        .allMatch(RenderTest::isOnFastDisks);
    assertThat(pods.stream().filter(pod -> !pod.isMissingNode()).toList())
        .hasSize(7)
        .allMatch(RenderTest::isOnFastDisks);
  }

  private static boolean isOnFastDisks(JsonNode pod) {
    return pod.at("/nodeSelector/disk").asText().equals("fast");
  }

  /** They run before the policies of a new release are there, and under those of the last one. */
  @Test
  void theMigrationsMayTalkToTheirDatabaseBeforeTheRestIsThere() {
    List<JsonNode> objects = Chart.render(Chart.PATH.resolve("ci/external-values.yaml"));
    JsonNode policy =
        objects.stream()
            .filter(object -> Chart.name(object).equals("NetworkPolicy ms-migration"))
            .findFirst()
            .orElseThrow();
    JsonNode hooks = policy.at("/metadata/annotations");
    assertThat(hooks.path("microstorm/hook").asText()).isEqualTo("pre-install,pre-upgrade");
    assertThat(hooks.path("helm.sh/hook-weight").asInt()).isNegative();
    assertThat(policy.at("/spec/egress").findValuesAsText("port")).contains("53", "5432");
  }

  /** And nobody else asks it: the others check our own tokens. */
  @Test
  void theIdentityProviderIsReachedBySessionServiceAlone() {
    List<JsonNode> objects =
        Chart.render(
            Chart.PATH.resolve("ci/oidc-values.yaml"),
            Map.of("access.oidc.issuer", "https://id.example.com:8443/realms/hosts"));
    assertThat(
            Chart.ofKind(objects, "NetworkPolicy").stream()
                .filter(policy -> policy.toString().contains("192.0.2.0/24"))
                .toList())
        .singleElement()
        .satisfies(
            policy -> {
              assertThat(Chart.name(policy)).endsWith("ms-session-service");
              assertThat(policy.at("/spec/egress").toString()).contains("{\"port\":8443}");
            });
    assertThat(Chart.ofKind(objects, "ConfigMap"))
        .filteredOn(map -> map.at("/data/MICROSTORM_ACCESS_MODE").asText().equals("oidc"))
        .extracting(Chart::name)
        .containsExactly("ConfigMap ms-session-service");
  }

  @Test
  void theAutoscalerDecidesOverTheReplicasAlone() {
    List<JsonNode> objects =
        Chart.render(Map.of("services.idea-service.autoscaling.enabled", true));
    assertThat(Chart.ofKind(objects, "HorizontalPodAutoscaler")).hasSize(1);
    assertThat(Chart.ofKind(objects, "Deployment"))
        .filteredOn(deployment -> !deployment.path("spec").has("replicas"))
        .extracting(Chart::name)
        .containsExactly("Deployment ms-idea-service");
  }

  @Test
  void aBudgetIsMadeWhereMoreThanOnePodIsWanted() {
    assertThat(Chart.ofKind(Chart.render(Map.of("replicas", 1)), "PodDisruptionBudget")).isEmpty();
    assertThat(Chart.ofKind(Chart.render(Map.of("replicas", 2)), "PodDisruptionBudget")).hasSize(3);
  }

  @Test
  void aChangedSettingRollsThePodsThatReadIt() {
    assertThat(checksum(Map.of("services.idea-service.env.MICROSTORM_BOARDS_MAX_IDEAS", "500")))
        .isNotEqualTo(checksum(Map.of()));
  }

  /** Helm reads numbers as floating-point ones, which write 8000000 as 8e+06. */
  @Test
  void aLargeNumberIsWrittenInDigits() {
    assertThat(
            Chart.ofKind(Chart.render(Map.of("env.BYTES", "8000000")), "ConfigMap").stream()
                .map(map -> map.at("/data/BYTES").asText())
                .filter(value -> !value.isEmpty()))
        .hasSize(3)
        .containsOnly("8000000");
  }

  private static String checksum(Map<String, ?> values) {
    return Chart.ofKind(Chart.render(values), "Deployment").stream()
        .filter(deployment -> Chart.name(deployment).endsWith("idea-service"))
        .map(d -> d.at("/spec/template/metadata/annotations/checksum~1config").asText())
        .findFirst()
        .orElseThrow();
  }

  /** A Job cannot be changed: an upgrade that tries to is refused by the cluster. */
  @ParameterizedTest
  @CsvSource({
    "image.pullPolicy, Always",
    "image.pullSecrets[0], registry-login",
    "kafka.topics.partitions, 3",
    "nameOverride, other"
  })
  void aJobThatIsOtherwiseHasAnotherName(String key, String value) {
    JsonNode job = Chart.ofKind(Chart.render(Map.of()), "Job").get(0);
    JsonNode changed = Chart.ofKind(Chart.render(Map.of(key, value)), "Job").get(0);
    assertThat(changed.path("spec")).isNotEqualTo(job.path("spec"));
    assertThat(Chart.name(changed)).isNotEqualTo(Chart.name(job));
  }

  /** Such as an operator's pods in the same namespace, whose instance may have the same name. */
  @Test
  void nothingIsCutThatIsNotOfTheRelease() {
    assertThat(Chart.ofKind(Chart.render(Map.of()), "NetworkPolicy"))
        .allSatisfy(
            policy ->
                assertThat(policy.at("/spec/podSelector/matchLabels"))
                    .as(Chart.name(policy))
                    .contains(TextNode.valueOf("microstorm"), TextNode.valueOf("ms")));
  }

  /** The signing key is made by the chart itself, as a JWK that session-service takes. */
  @Test
  void theSigningKeyIsAPrivateKeyForEs256() {
    JsonNode secret =
        Chart.ofKind(Chart.render(Map.of()), "Secret").stream()
            .filter(object -> Chart.name(object).endsWith("signing-keys"))
            .findFirst()
            .orElseThrow();
    byte[] key = java.util.Base64.getDecoder().decode(secret.at("/data/1.jwk.json").asText());
    JsonNode jwk = Chart.parse(new String(key)).get(0);
    assertThat(jwk.path("crv").asText()).isEqualTo("P-256");
    assertThat(List.of("d", "x", "y"))
        .allSatisfy(field -> assertThat(jwk.path(field).asText()).hasSize(43));
    assertThat(jwk.path("kid").asText()).isNotEmpty();
  }

  @Test
  void aPasswordThatIsThereIsKept() throws Exception {
    String kept = "a2VwdA==";
    try (AutoCloseable present = ApiServer.has("ms-postgres", "idea-service", kept)) {
      assertThat(present).isNotNull();
      assertThat(password(Chart.render(Map.of()), "idea-service")).isEqualTo(kept);
      assertThat(password(Chart.render(Map.of()), "report-service")).isNotEqualTo(kept);
    }
    assertThat(password(Chart.render(Map.of()), "idea-service")).isNotEqualTo(kept);
  }

  private static String password(List<JsonNode> objects, String service) {
    return Chart.ofKind(objects, "Secret").stream()
        .filter(object -> Chart.name(object).endsWith("postgres"))
        .map(object -> object.path("data").path(service).asText())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPrefixOfTheTopicsIsGivenToWhateverUsesThem() {
    List<JsonNode> objects =
        Chart.render(
            Map.of(
                "kafka.topicPrefix", "blue.",
                "autoscaling.enabled", true,
                "autoscaling.consumerLag.enabled", true));
    assertThat(Chart.ofKind(objects, "ConfigMap").toString())
        .contains("\"MICROSTORM_MESSAGING_TOPIC_PREFIX\":\"blue.\"");
    assertThat(Chart.ofKind(objects, "Job").toString())
        .contains("{\"name\":\"TOPIC_PREFIX\",\"value\":\"blue.\"}");
    assertThat(Chart.ofKind(objects, "HorizontalPodAutoscaler").toString())
        .contains("{\"consumergroup\":\"blue.idea-service\"}");
    assertThat(Chart.render(Map.of()).toString())
        .as("names stay as they are by default")
        .doesNotContain("MICROSTORM_MESSAGING_TOPIC_PREFIX", "\"name\":\"TOPIC_PREFIX\"");
  }

  @Test
  void whatIsOutsideIsNotBroughtAlong() {
    List<JsonNode> objects = Chart.render(Chart.PATH.resolve("ci/external-values.yaml"));
    assertThat(Chart.ofKind(objects, "StatefulSet")).isEmpty();
    assertThat(Chart.ofKind(objects, "Secret")).isEmpty();
    assertThat(objects.toString())
        .contains("sslmode=verify-full")
        .contains("SASL_SSL")
        .contains("kafka-1.example.com:9093");
  }
}
