package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.helm.fixture.Chart;
import microstorm.helm.fixture.SecurityRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario keeps every rule, and a pod that breaks one is found. */
class SecurityTest {

  static Stream<Arguments> scenariosAndRules() {
    return Stream.concat(
            Chart.scenarios().stream()
                .map(scenario -> Map.entry(scenario.getFileName(), Chart.render(scenario))),
            Stream.of(Map.entry(Path.of("defaults"), Chart.render(Map.of()))))
        .flatMap(
            scenario ->
                Stream.of(SecurityRule.values())
                    .map(rule -> Arguments.of(scenario.getKey(), rule, scenario.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("scenariosAndRules")
  void everyContainerOfEveryScenarioKeepsTheRule(
      Path scenario, SecurityRule rule, List<JsonNode> objects) {
    assertThat(objects).anyMatch(object -> SecurityRule.podOf(object).has("containers"));
    assertThat(rule.brokenBy(objects)).isEmpty();
  }

  /**
   * Negative control: for each rule there is a fixture that breaks this rule and keeps all others.
   */
  @ParameterizedTest
  @EnumSource(SecurityRule.class)
  void aPodThatBreaksTheRuleIsFound(SecurityRule rule) throws IOException {
    Path fixture = Path.of("src/test/resources/broken/" + rule + ".yaml");
    List<JsonNode> objects = Chart.parse(Files.readString(fixture));
    assertThat(Stream.of(SecurityRule.values()).filter(r -> !r.brokenBy(objects).isEmpty()))
        .containsExactly(rule);
  }

  @Test
  void onlyServicesThatCallTheClusterHaveAToken() {
    assertThat(withToken(Map.of())).containsExactly("Deployment ms-report-service");
    assertThat(withToken(Map.of("platformReport.enabled", false))).isEmpty();
    assertThat(withToken(Map.of("preScaling.enabled", true)))
        .containsExactly("Deployment ms-report-service", "Deployment ms-session-service");
  }

  private static List<String> withToken(Map<String, ?> values) {
    return Chart.render(values).stream()
        .filter(o -> SecurityRule.podOf(o).path("automountServiceAccountToken").asBoolean())
        .map(Chart::name)
        .sorted()
        .toList();
  }

  /**
   * Roles give the least rights: none for the whole cluster, none for Secrets, no wildcard and no
   * deletion.
   */
  @Test
  void rolesGiveOnlyTheRightsInUse() {
    List<JsonNode> objects = Chart.render(Map.of("preScaling.enabled", true));
    assertThat(Chart.ofKind(objects, "ClusterRole")).isEmpty();
    List<String> rights = new ArrayList<>();
    Chart.ofKind(objects, "Role")
        .forEach(
            role ->
                role.path("rules")
                    .forEach(
                        rule -> {
                          rule.path("resources").forEach(r -> rights.add(r.asText()));
                          rule.path("verbs").forEach(v -> rights.add(v.asText()));
                        }));
    assertThat(rights)
        .isNotEmpty()
        .doesNotContain("*", "secrets", "pods/exec", "delete", "deletecollection");
    assertThat(rules("ms-pre-scaling", objects))
        .as("a right to change Deployments would allow any program to run in their place")
        .containsExactly(
            "deployments [] [list]",
            "horizontalpodautoscalers [] [list]",
            "deployments [ms-idea-service ms-report-service ms-session-service] [patch]",
            "leases [] [create]",
            "leases [ms-pre-scaling] [get patch]",
            "events [] [create]");
    assertThat(rules("ms-pre-scaling", Chart.render(Chart.PATH.resolve("ci/ha-values.yaml"))))
        .contains(
            "horizontalpodautoscalers [ms-idea-service ms-report-service ms-session-service]"
                + " [patch]")
        .noneMatch(rule -> rule.startsWith("deployments") && rule.contains("patch"));
    assertThat(rules("ms-platform-report", objects))
        .hasSize(7)
        .allMatch(rule -> rule.endsWith(" [] [list watch]"));
  }

  /** The rules of a Role, each as its resources, names and verbs. */
  private static List<String> rules(String name, List<JsonNode> objects) {
    return Chart.ofKind(objects, "Role").stream()
        .filter(role -> role.at("/metadata/name").asText().equals(name))
        .flatMap(role -> role.path("rules").valueStream())
        .map(
            rule ->
                Stream.of("resources", "resourceNames", "verbs")
                    .map(part -> rule.path(part).valueStream().map(JsonNode::asText))
                    .map(values -> values.collect(Collectors.joining(" ", "[", "]")))
                    .collect(Collectors.joining(" "))
                    .replaceFirst("^\\[([a-z]+)]", "$1"))
        .toList();
  }

  @Test
  void noSecretIsInAConfigMapOrAnEnvironmentVariable() {
    List<JsonNode> objects = Chart.render(Map.of());
    List<String> secrets = new ArrayList<>();
    Chart.ofKind(objects, "Secret")
        .forEach(secret -> secret.path("data").forEach(value -> secrets.add(decoded(value))));
    assertThat(secrets).hasSize(5);
    assertThat(objects)
        .filteredOn(object -> !object.path("kind").asText().equals("Secret"))
        .allSatisfy(object -> assertThat(object.toString()).doesNotContain(secrets));
  }

  private static String decoded(JsonNode value) {
    return new String(java.util.Base64.getDecoder().decode(value.asText()));
  }
}
