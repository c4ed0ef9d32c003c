package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import microstorm.helm.fixture.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart refuses impossible values with a message that names the key. */
class RefusalTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "replcas=2 | additional properties 'replcas' not allowed",
        "ingress.hots=a.example.com | additional properties 'hots' not allowed",
        "services.idea-servcie.replicas=2 | additional properties 'idea-servcie' not allowed",
        "replicas=0 | '/replicas': minimum: got 0, want 1",
        "postgres.mode=remote | '/postgres/mode': value must be one of 'embedded', 'external'",
        "image.pullPolicy=Sometimes | '/image/pullPolicy': value must be one of",
        "shutdownDelay=soon | '/shutdownDelay'",
        "env.lower=x | lower",
        "postgres.mode=external | set postgres.external.idea-service.host, and existingSecret",
        "kafka.mode=external | set kafka.external.bootstrapServers to host:port",
        "kafka.mode=external;kafka.external.bootstrapServers=k:9093 | existingSecret to a Secret",
        "migrations.mode=job | migrations.mode=job needs postgres.mode=external",
        "autoscaling.enabled=true;autoscaling.minReplicas=9 | more than its maxReplicas of 6",
        "kafka.topics.minInsyncReplicas=2 | Kafka would refuse every event",
        "kafka.topics.create=false | only the chart's Job can create its topics",
        "kafka.topics.replicationFactor=3 | one broker cannot keep 3 copies",
        "ingress.tlsSecret=tls | ingress.tlsSecret needs a host name",
        "httpRoute.enabled=true | httpRoute.enabled needs networkPolicy.ingressFrom",
        "httpRoute.enabled=true;networkPolicy.enabled=false | httpRoute.enabled needs"
            + " httpRoute.parentRefs",
        "serviceMonitor.enabled=true | serviceMonitor.enabled needs networkPolicy.metricsFrom",
        "shutdownDelay=40s | at least 25 s longer than the shutdownDelay of 40s",
        "shutdownDelay=1m | at least 25 s longer than the shutdownDelay of 1m",
        "terminationGracePeriodSeconds=29 | at least 25 s longer than the shutdownDelay of 10s",
        "replicas=8 | need up to 432 connections, but the embedded Postgres accepts 400",
        "autoscaling.enabled=true;autoscaling.maxReplicas=8 | need up to 432 connections",
        "access.mode=oidc | set access.oidc.issuer, and access.oidc.audience",
        "access.mode=ldap | '/access/mode': value must be one of 'key', 'oidc'",
        "nameOverride=a.b | '/nameOverride'",
        "ingress.host=Example.com | write a DNS name in lower case",
        "ingress.host=https://example.com | write a DNS name in lower case",
        "ingress.host=* | Leave it empty to accept every host name",
        "ingress.host=a.*.example.com | such as microstorm.example.com or *.example.com",
        "ingress.host=10.0.0.1 | Kubernetes accepts only DNS names here",
        "networkPolicy.apiServer.cidr=10.0.0.1 | write address/length",
        "networkPolicy.kafka.cidrs[0]=10.0.0.0/33 | networkPolicy.kafka contains the invalid",
        "networkPolicy.postgres.cidrs[0]=fd00::/129 | such as 10.0.0.0/8, 10.1.2.3/32 or fd00::/8",
        "networkPolicy.dns.namespace=openshift-dns | are replaced by networkPolicy.dns.peers",
        "networkPolicy.dns.ports[0]=0 | '/networkPolicy/dns/ports/0'",
        "kafka.mode=external;kafka.external.bootstrapServers=fd00::1:9093 | an IPv6 address in"
            + " brackets, such as [fd00::1]:9093",
        "networkPolicy.dns.namespace=kube-system | use --reset-then-reuse-values",
        "resources.limits.cpu=much | '/resources/limits/cpu'",
        "resources.limits.memory=1GB | '/resources/limits/memory'",
        "httpRoute.requestTimeout=soon | '/httpRoute/requestTimeout'"
      })
  void anImpossibleValueIsRefused(String settings, String message) {
    Map<String, Object> values = new HashMap<>();
    for (String setting : settings.split(";")) {
      String value = setting.substring(setting.indexOf('=') + 1);
      values.put(setting.substring(0, setting.indexOf('=')), value);
    }
    assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "networkPolicy.apiServer | networkPolicy: {apiServer: {cidrs: [], peers: []}}",
        "networkPolicy.webhooks | networkPolicy: {webhooks: {cidrs: [], peers: []}}",
        "networkPolicy.dns.peers | networkPolicy: {dns: {peers: []}}",
        "links.check.peers | links: {check: {enabled: true, peers: []}}"
      })
  void aDestinationWithoutAddressesIsNotOpenToAll(String key, String values) {
    assertThatThrownBy(() -> Chart.renderWith(null, values))
        .hasMessageContaining(key + " names no destination");
  }

  @Test
  void aDatabasesHostIsWrittenWithoutItsPort() {
    assertThatThrownBy(
            () ->
                Chart.renderWith(
                    Chart.PATH.resolve("ci/external-values.yaml"),
                    "postgres: {external: {idea-service: {host: \"[fd00::1]:5432\"}}}"))
        .hasMessageContaining("set the port in postgres.external.idea-service.port");
  }

  /** Helm accepts these names for releases, but a Service cannot have them. */
  @ParameterizedTest
  @ValueSource(strings = {"2026", "a.b", "0-ms"})
  void aReleaseThatCannotNameAServiceIsRefused(String release) {
    assertThatThrownBy(() -> Chart.manifests(release))
        .hasMessageContaining("cannot begin the name of a Service");
    Chart.manifests(release, Chart.PATH.resolve("../src/test/resources/renamed-values.yaml"));
  }
}
