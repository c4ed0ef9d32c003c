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
import microstorm.helm.fixture.ApiServer;
import microstorm.helm.fixture.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the objects that the chart makes from its values. */
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

  /** A key has its comment on its own line, or on a line above the key and its neighbours. */
  @Test
  void everyKeyOfTheValuesHasAComment() throws IOException {
    boolean commented = false;
    for (String line : Files.readAllLines(Chart.PATH.resolve("values.yaml"))) {
      boolean heading = line.startsWith("## ");
      boolean comment = !heading && line.strip().startsWith("#");
      boolean key = !heading && !comment && !line.isBlank();
      commented = comment || commented && key && !line.contains(" #");
      assertThat(commented || !key || line.contains(" # ")).as(line).isTrue();
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

  /**
   * Otherwise a drained node would count as an empty one, and its pods could not run on other
   * nodes.
   */
  @ParameterizedTest
  @MethodSource("scenarios")
  void podsAreSpreadOnlyOverSchedulableNodes(Path scenario) {
    assertThat(Chart.ofKind(Chart.render(scenario), "Deployment"))
        .allSatisfy(
            deployment ->
                assertThat(deployment.at("/spec/template/spec/topologySpreadConstraints"))
                    .hasSize(2)
                    .allMatch(spread -> spread.path("nodeTaintsPolicy").asText().equals("Honor")));
  }

  /** If the spread over zones were required, a node without a zone would get no pod at all. */
  @Test
  void spreadingOverZonesIsOnlyPreferred() {
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

  /**
   * The embedded Postgres and Kafka have one pod each, so a restart fails requests. A new version
   * of the product is no reason for one.
   */
  @Test
  void anUpgradeDoesNotRestartTheEmbeddedServers(@TempDir Path next, @TempDir Path afterNext) {
    List<JsonNode> before = Chart.ofKind(Chart.renderVersion("0.2.0", next), "StatefulSet");
    List<JsonNode> after = Chart.ofKind(Chart.renderVersion("0.3.0", afterNext), "StatefulSet");
    assertThat(after).hasSize(2);
    assertThat(after)
        .extracting(set -> set.at("/spec/template"))
        .isEqualTo(before.stream().map(set -> set.at("/spec/template")).toList());
    assertThat(after).as("negative control").isNotEqualTo(before);
  }

  @Test
  void everyPodOfTheReleaseHasTheNodeSelector() {
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

  /**
   * Migrations run before the policies of a new release exist, under those of the previous release.
   */
  @Test
  void theMigrationsMayReachTheirDatabaseBeforeTheRestExists() {
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

  /** The other services check tokens of session-service and do not call the identity provider. */
  @Test
  void onlySessionServiceReachesTheIdentityProvider() {
    List<JsonNode> objects =
        Chart.render(
            Chart.PATH.resolve("ci/oidc-values.yaml"),
            Map.of("access.oidc.issuer", "https://id.example.com:8443/realms/owners"));
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
  void onlyTheAutoscalerSetsTheReplicas() {
    List<JsonNode> objects =
        Chart.render(Map.of("services.idea-service.autoscaling.enabled", true));
    assertThat(Chart.ofKind(objects, "HorizontalPodAutoscaler")).hasSize(1);
    assertThat(Chart.ofKind(objects, "Deployment"))
        .filteredOn(deployment -> !deployment.path("spec").has("replicas"))
        .extracting(Chart::name)
        .containsExactly("Deployment ms-idea-service");
  }

  @Test
  void moreThanOnePodHasADisruptionBudget() {
    assertThat(Chart.ofKind(Chart.render(Map.of("replicas", 1)), "PodDisruptionBudget")).isEmpty();
    assertThat(Chart.ofKind(Chart.render(Map.of("replicas", 2)), "PodDisruptionBudget")).hasSize(3);
  }

  @Test
  void aChangedSettingRollsThePodsThatReadIt() {
    assertThat(checksum(Map.of("services.idea-service.env.MICROSTORM_BOARDS_MAX_IDEAS", "500")))
        .isNotEqualTo(checksum(Map.of()));
  }

  /** Helm reads numbers as floating-point numbers, which print 8000000 as 8e+06. */
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

  /** A Job cannot be changed: the cluster refuses an upgrade that tries to. */
  @ParameterizedTest
  @CsvSource({
    "image.pullPolicy, Always",
    "image.pullSecrets[0], registry-login",
    "kafka.topics.partitions, 3",
    "nameOverride, other"
  })
  void aChangedJobHasAnotherName(String key, String value) {
    JsonNode job = Chart.ofKind(Chart.render(Map.of()), "Job").get(0);
    JsonNode changed = Chart.ofKind(Chart.render(Map.of(key, value)), "Job").get(0);
    assertThat(changed.path("spec")).isNotEqualTo(job.path("spec"));
    assertThat(Chart.name(changed)).isNotEqualTo(Chart.name(job));
  }

  /**
   * Other pods are, for example, those of an operator in the same namespace, whose instance may
   * have the same name.
   */
  @Test
  void thePoliciesSelectOnlyPodsOfTheRelease() {
    assertThat(Chart.ofKind(Chart.render(Map.of()), "NetworkPolicy"))
        .allSatisfy(
            policy ->
                assertThat(policy.at("/spec/podSelector/matchLabels"))
                    .as(Chart.name(policy))
                    .contains(TextNode.valueOf("microstorm"), TextNode.valueOf("ms")));
  }

  /** The chart itself generates the signing key, as a JWK that session-service accepts. */
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
  void anExistingPasswordIsKept() throws Exception {
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
  void everyUserOfTheTopicsGetsTheirPrefix() {
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
        .as("by default the names have no prefix")
        .doesNotContain("MICROSTORM_MESSAGING_TOPIC_PREFIX", "\"name\":\"TOPIC_PREFIX\"");
  }

  /** It creates schemas, so it signs in as the role that owns them. */
  @Test
  void theRebuildOfReportsIsATemplate() {
    assertThat(Chart.render(Map.of()).toString()).doesNotContain("ms-rebuild", "\"rebuild\"");
    Map<String, Boolean> enabled = Map.of("rebuild.enabled", true);
    JsonNode job = rebuild(Chart.render(enabled));
    assertThat(job.at("/spec/suspend").asBoolean()).isTrue();
    JsonNode container = job.at("/spec/jobTemplate/spec/template/spec/containers/0");
    assertThat(container.path("args").toString()).isEqualTo("[\"rebuild\"]");
    assertThat(container.path("env").toString()).contains("\"report_service\"");
    assertThat(container.path("envFrom").toString()).contains("ms-report-service");
    Path external = Chart.PATH.resolve("ci/external-values.yaml");
    assertThat(rebuild(Chart.render(external, enabled)).toString())
        .contains("reports-database-owner")
        .doesNotContain("\"reports-database\"");
  }

  private static JsonNode rebuild(List<JsonNode> objects) {
    return Chart.ofKind(objects, "CronJob").stream()
        .filter(object -> Chart.name(object).equals("CronJob ms-rebuild"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void externalServersAreNotDeployed() {
    List<JsonNode> objects = Chart.render(Chart.PATH.resolve("ci/external-values.yaml"));
    assertThat(Chart.ofKind(objects, "StatefulSet")).isEmpty();
    assertThat(Chart.ofKind(objects, "Secret")).isEmpty();
    assertThat(objects.toString())
        .contains("sslmode=verify-full")
        .contains("SASL_SSL")
        .contains("kafka-1.example.com:9093");
  }
}
