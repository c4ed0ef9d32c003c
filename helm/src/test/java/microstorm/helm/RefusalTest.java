package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
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
        "postgres.mode=external | postgres.external.idea-service needs a host and an existingSecret",
        "kafka.mode=external | kafka.external.bootstrapServers must say where",
        "kafka.mode=external;kafka.external.bootstrapServers=k:9093 | existingSecret must name a"
            + " Secret",
        "migrations.mode=job | migrations.mode is job, which is for postgres.mode=external",
        "autoscaling.enabled=true;autoscaling.minReplicas=9 | more than its maxReplicas of 6",
        "kafka.topics.minInsyncReplicas=2 | nothing could be written",
        "kafka.topics.create=false | made by the chart's Job alone",
        "kafka.topics.replicationFactor=3 | one broker cannot keep the 3 copies",
        "ingress.tlsSecret=tls | ingress.tlsSecret is for a host",
        "httpRoute.enabled=true | httpRoute.enabled needs networkPolicy.ingressFrom",
        "httpRoute.enabled=true;networkPolicy.enabled=false | httpRoute.enabled needs"
            + " httpRoute.parentRefs",
        "serviceMonitor.enabled=true | serviceMonitor.enabled needs networkPolicy.metricsFrom",
        "shutdownDelay=40s | a pod needs 25 s more to end what it has begun",
        "shutdownDelay=1m | a pod needs 25 s more to end what it has begun",
        "terminationGracePeriodSeconds=29 | a pod needs 25 s more to end what it has begun",
        "replicas=8 | need up to 432 connections, and the embedded Postgres takes 400",
        "autoscaling.enabled=true;autoscaling.maxReplicas=8 | need up to 432 connections",
        "access.mode=oidc | access.oidc needs an issuer and an audience",
        "access.mode=ldap | '/access/mode': value must be one of 'key', 'oidc'",
        "nameOverride=a.b | '/nameOverride'",
        "ingress.host=Example.com | write a DNS name in lower case",
        "ingress.host=https://example.com | write a DNS name in lower case",
        "ingress.host=* | leave it empty for every host name",
        "ingress.host=a.*.example.com | such as microstorm.example.com or *.example.com",
        "ingress.host=10.0.0.1 | an IP address, which Kubernetes takes for no host",
        "networkPolicy.apiServer.cidr=10.0.0.1 | write it as address/length",
        "networkPolicy.kafka.cidrs[0]=10.0.0.0/33 | networkPolicy.kafka has the address range",
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

  @Test
  void aDestinationWithoutAddressesIsNotOpenToAll() {
    assertThatThrownBy(
            () -> Chart.renderWith(null, "networkPolicy: {apiServer: {cidrs: [], peers: []}}"))
        .hasMessageContaining("networkPolicy.apiServer names no destination");
  }

  @Test
  void aDatabasesHostIsWrittenWithoutItsPort() {
    assertThatThrownBy(
            () ->
                Chart.renderWith(
                    Chart.PATH.resolve("ci/external-values.yaml"),
                    "postgres: {external: {idea-service: {host: \"[fd00::1]:5432\"}}}"))
        .hasMessageContaining("the port is postgres.external.idea-service.port");
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
