package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import microstorm.helm.fixture.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the destinations that the chart's NetworkPolicies allow and the limits of its routes. */
class NetworkTest {

  private static final String API_SERVER = "networkPolicy: {apiServer: {cidrs: [10.0.0.1/32]}}";
  private static final Path EXTERNAL = Chart.PATH.resolve("ci/external-values.yaml");

  /**
   * The policy allows the DNS pods of any cluster, node-local caches and the resolvers of clouds,
   * on both ports.
   */
  @Test
  void dnsIsReachableOnEveryKindOfCluster() {
    JsonNode dns = egress(Chart.render(Map.of()), "ms-default-deny").get(0);
    assertThat(dns.at("/to/0").toString()).isEqualTo("{\"namespaceSelector\":{}}");
    assertThat(dns.path("to").findValuesAsText("cidr"))
        .contains("10.0.0.0/8", "169.254.0.0/16", "168.63.129.16/32")
        .doesNotContain("0.0.0.0/0", "::/0");
    assertThat(dns.path("ports").toString())
        .isEqualTo(
            "[{\"protocol\":\"UDP\",\"port\":53},{\"protocol\":\"TCP\",\"port\":53},"
                + "{\"protocol\":\"UDP\",\"port\":5353},{\"protocol\":\"TCP\",\"port\":5353}]");
  }

  /** If the services do not trust the gateway, all its clients share the limits of one client. */
  @ParameterizedTest
  @ValueSource(strings = {"ingress.enabled", "httpRoute.enabled"})
  void theNotesWarnAboutAnUntrustedGateway(String gateway) {
    Map<String, Object> values = new HashMap<>();
    values.put(gateway, true);
    values.put("httpRoute.parentRefs[0].name", "gateway");
    values.put("networkPolicy.enabled", false);
    assertThat(Chart.notes(values)).contains("WARNING: trustedProxies is empty");
    values.put("trustedProxies[0]", "10.0.0.0/8");
    assertThat(Chart.notes(values)).doesNotContain("trustedProxies").contains("First steps");
    assertThat(Chart.notes(Map.of())).doesNotContain("trustedProxies").contains("First steps");
  }

  /** In an IPv4 cluster, a network plugin may ignore a whole policy because of one IPv6 range. */
  @Test
  void noRangeOfIpv6IsADefault() {
    assertThat(Chart.ofKind(Chart.render(EXTERNAL), "NetworkPolicy").toString())
        .doesNotContain("::");
    String broker = "kafka: {external: {bootstrapServers: \"[fd00::1]:9093,kafka:9093\"}}";
    assertThat(egress(Chart.renderWith(EXTERNAL, broker), "ms-idea-service").toString())
        .as("a configured address is reachable")
        .contains(
            "[{\"ipBlock\":{\"cidr\":\"0.0.0.0/0\"}},{\"ipBlock\":{\"cidr\":\"fd00::1/128\"}}]");
  }

  /** Migrations run before the rest of a new release exists, so they have a policy of their own. */
  @Test
  void dnsAndFurtherDestinationsAreConfigurable() {
    List<JsonNode> objects =
        Chart.renderWith(
            EXTERNAL,
            """
            networkPolicy:
              dns: {peers: [{ipBlock: {cidr: "fd00::10/128"}}], ports: ["5353"]}
              extraEgress: [{to: [{ipBlock: {cidr: 10.2.0.0/16}}], ports: [{port: 4317}]}]
            """);
    for (String policy : List.of("ms-default-deny", "ms-migration")) {
      assertThat(egress(objects, policy).toString())
          .as(policy)
          .contains(
              "[{\"ipBlock\":{\"cidr\":\"fd00::10/128\"}}]",
              "{\"protocol\":\"UDP\",\"port\":5353}",
              "{\"ports\":[{\"port\":4317}],\"to\":[{\"ipBlock\":{\"cidr\":\"10.2.0.0/16\"}}]}")
          .doesNotContain("\"port\":53}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{cidr: \"::/0\", ports: [\"443\"]}",
        "{cidrs: [\"::/0\"], ports: [443]}",
        "{peers: [{ipBlock: {cidr: \"::/0\"}}], ports: [443]}"
      })
  void theApiServersAddressIsConfigurable(String address) {
    List<JsonNode> objects =
        Chart.renderWith(null, "networkPolicy: {apiServer: %s}".formatted(address));
    assertThat(egress(objects, "ms-report-service").toString())
        .contains("{\"to\":[{\"ipBlock\":{\"cidr\":\"::/0\"}}],\"ports\":[{\"port\":443}]}");
  }

  @Test
  void theInternetIsReachableOnlyWithWebhooks() {
    assertThat(egress(Chart.render(Map.of()), "ms-report-service").toString())
        .doesNotContain("except");
    List<JsonNode> objects =
        Chart.renderWith(
            null,
            "webhooks: {enabled: true, allowedNetworks: [10.20.0.0/16, \"fd00::/64\"],"
                + " publicUrl: \"https://board.example.com\"}\n"
                + API_SERVER);
    assertThat(egress(objects, "ms-report-service").toString())
        .contains(
            "{\"to\":[{\"ipBlock\":{\"cidr\":\"0.0.0.0/0\",\"except\":[\"10.0.0.0/8\",",
            "\"ports\":[{\"port\":443},{\"port\":80}]",
            "{\"to\":[{\"ipBlock\":{\"cidr\":\"10.20.0.0/16\"}},{\"ipBlock\":{\"cidr\":\"fd00::/64\"}}]}");
    for (String other : List.of("ms-session-service", "ms-idea-service", "ms-default-deny")) {
      assertThat(egress(objects, other).toString()).as(other).doesNotContain("except");
    }
    assertThat(objects.toString())
        .contains(
            "\"MICROSTORM_OUTBOUND_ALLOWED_NETWORKS\":\"10.20.0.0/16,fd00::/64\"",
            "\"MICROSTORM_WEBHOOKS_ENABLED\":\"true\"",
            "\"MICROSTORM_WEBHOOKS_PUBLIC_URL\":\"https://board.example.com\"");
  }

  /** Otherwise a webhook could reach what is private in a cluster with IPv6. */
  @Test
  void webhooksReachNoPrivateAddressesOfIpv6() {
    List<JsonNode> objects =
        Chart.renderWith(
            null,
            """
            webhooks: {enabled: true}
            networkPolicy:
              webhooks: {cidrs: [0.0.0.0/0, "::/0"]}
              apiServer: {cidrs: [10.0.0.1/32]}
            """);
    assertThat(egress(objects, "ms-report-service").toString())
        .contains("{\"ipBlock\":{\"cidr\":\"::/0\",\"except\":[\"fc00::/7\",\"fe80::/10\"]}}")
        .contains("{\"ipBlock\":{\"cidr\":\"0.0.0.0/0\",\"except\":[\"10.0.0.0/8\"");
  }

  /** The rules of policies add up: a rule for every address would cancel the exceptions. */
  @ParameterizedTest
  @ValueSource(strings = {"webhooks: {enabled: true}", "links: {check: {enabled: true}}"})
  void theApiServersRuleDoesNotCancelTheExceptions(String feature) {
    String everywhere = "networkPolicy: {apiServer: {cidrs: [10.0.0.1/32, \"::/0\"]}}";
    for (String values : List.of("", everywhere)) {
      assertThatThrownBy(() -> Chart.renderWith(null, feature + "\n" + values))
          .hasMessageContaining("Set networkPolicy.apiServer.cidrs to the addresses");
    }
    for (String values :
        List.of(
            API_SERVER,
            "platformReport: {enabled: false}",
            "networkPolicy: {enabled: false}",
            "networkPolicy: {apiServer: {peers: [{podSelector: {}}]}}")) {
      JsonNode policy =
          Chart.ofKind(Chart.renderWith(null, feature + "\n" + values), "NetworkPolicy").stream()
              .filter(found -> found.at("/metadata/name").asText().equals("ms-report-service"))
              .findFirst()
              .orElse(null);
      assertThat(String.valueOf(policy)).as(values).doesNotContain("{\"cidr\":\"0.0.0.0/0\"}");
    }
  }

  /** By default no service reaches the internet for users. */
  @Test
  void reportServiceReachesTheInternetOnlyToCheckLinks() {
    assertThat(egress(Chart.render(Map.of()), "ms-report-service").toString())
        .doesNotContain("\"except\"");
    List<JsonNode> objects =
        Chart.renderWith(null, "links: {check: {enabled: true}}\n" + API_SERVER);
    JsonNode rules = egress(objects, "ms-report-service");
    assertThat(rules.get(rules.size() - 1).toString())
        .contains("\"cidr\":\"0.0.0.0/0\",\"except\":[\"10.0.0.0/8\"")
        .endsWith("\"ports\":[{\"port\":80},{\"port\":443}]}");
    assertThat(egress(objects, "ms-session-service").toString()).doesNotContain("\"except\"");
    assertThat(Chart.ofKind(objects, "ConfigMap").toString())
        .contains("\"MICROSTORM_LINKS_CHECK_ENABLED\":\"true\"");
  }

  /** A gateway's own limit, 15 s with Envoy, would end streams and slow transfers of logs. */
  @Test
  void aRouteLimitsNeitherStreamsNorTransfers() {
    assertThat(timeouts(Map.of()))
        .containsExactlyInAnyOrder(
            "ms-idea-service 0s", "ms-report-service 0s", "ms-session-service ");
    assertThat(timeouts(Map.of("httpRoute.requestTimeout", "1h"))).contains("ms-idea-service 1h");
    assertThat(timeouts(Map.of("httpRoute.requestTimeout", "")))
        .as("for a gateway that does not support it")
        .contains("ms-idea-service ");
  }

  /**
   * This gateway uses the same paths as the Ingress and the route, and listens only inside its own
   * Pod.
   */
  @Test
  void theGatewayForPortForwardServesAllServices() {
    List<JsonNode> objects = Chart.render(Map.of());
    assertThat(configuration(objects))
        .contains(
            "listen 127.0.0.1:8080;", "location / { proxy_pass http://ms-session-service:8080; }")
        .contains("location /api/boards { proxy_pass http://ms-idea-service:8080; }")
        .contains("location /api/actions { proxy_pass http://ms-idea-service:8080; }")
        .contains("location /api/reports { proxy_pass http://ms-report-service:8080; }");
    assertThat(Chart.ofKind(objects, "CronJob"))
        .singleElement()
        .matches(template -> template.at("/spec/suspend").asBoolean());
    for (String other : List.of("ingress.enabled", "gateway.enabled")) {
      boolean enabled = other.startsWith("ingress");
      assertThat(Chart.ofKind(Chart.render(Map.of(other, enabled)), "CronJob")).as(other).isEmpty();
    }
  }

  @Test
  void aRebuildReachesPostgresAndKafka() {
    List<JsonNode> objects = Chart.render(Map.of("rebuild.enabled", true));
    assertThat(egress(objects, "ms-rebuild").findValuesAsText("port")).contains("5432", "9092");
    for (String server : List.of("ms-postgres", "ms-kafka")) {
      assertThat(policy(objects, server)).as(server).contains("\"rebuild\"");
      assertThat(policy(Chart.render(Map.of()), server)).as(server).doesNotContain("\"rebuild\"");
    }
  }

  private static String policy(List<JsonNode> objects, String name) {
    return objects.stream()
        .filter(object -> Chart.name(object).equals("NetworkPolicy " + name))
        .findFirst()
        .orElseThrow()
        .toString();
  }

  private static String configuration(List<JsonNode> objects) {
    return Chart.ofKind(objects, "ConfigMap").stream()
        .filter(map -> Chart.name(map).equals("ConfigMap ms-gateway"))
        .map(map -> map.at("/data/nginx.conf").asText())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> timeouts(Map<String, String> values) {
    return Chart.ofKind(Chart.render(EXTERNAL, values), "HTTPRoute").stream()
        .flatMap(route -> route.at("/spec/rules").valueStream())
        .map(
            rule ->
                rule.at("/backendRefs/0/name").asText()
                    + " "
                    + rule.at("/timeouts/request").asText())
        .toList();
  }

  private static JsonNode egress(List<JsonNode> objects, String policy) {
    return Stream.of(policy)
        .flatMap(
            name -> objects.stream().filter(o -> Chart.name(o).equals("NetworkPolicy " + name)))
        .findFirst()
        .orElseThrow()
        .at("/spec/egress");
  }
}
