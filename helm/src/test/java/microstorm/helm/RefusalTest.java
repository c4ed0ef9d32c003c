package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that cannot be meant are refused, with words that name the key. */
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
        "nameOverride=a.b | '/nameOverride'"
      })
  void aValueThatCannotBeMeantIsRefused(String settings, String words) {
    Map<String, Object> values = new HashMap<>();
    for (String setting : settings.split(";")) {
      String value = setting.substring(setting.indexOf('=') + 1);
      values.put(setting.substring(0, setting.indexOf('=')), value);
    }
    assertThatThrownBy(() -> Chart.render(values)).hasMessageContaining(words);
  }

  /** Helm takes these for releases; the cluster takes them for no Service. */
  @ParameterizedTest
  @ValueSource(strings = {"2026", "a.b", "0-ms"})
  void aReleaseThatCannotNameAServiceIsRefused(String release) {
    assertThatThrownBy(() -> Chart.manifests(release))
        .hasMessageContaining("cannot begin the name of a Service");
    Chart.manifests(release, Chart.PATH.resolve("../src/test/resources/renamed-values.yaml"));
  }
}
