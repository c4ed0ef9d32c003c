package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import microstorm.helm.fixture.Chart;
import microstorm.helm.fixture.Rendered;
import microstorm.helm.fixture.SecurityRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The plain manifests in k8s/rendered match the chart, keep the security rules and need only the
 * Secrets that secrets.sh makes.
 */
class RenderedTest {

  private static final String UPDATE = "microstorm.rendered.update";

  @Test
  void theManifestsMatchTheChart() {
    Map<String, String> rendered = Rendered.rendered();
    if (Boolean.getBoolean(UPDATE)) {
      Rendered.commit(rendered);
    }
    assertThat(Rendered.committed())
        .as(
            "k8s/rendered does not match the chart:"
                + " run mvn -pl helm -am test -Dtest=RenderedTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true to update it",
            UPDATE)
        .isEqualTo(rendered);
  }

  @ParameterizedTest
  @EnumSource(SecurityRule.class)
  void everyContainerKeepsTheRule(SecurityRule rule) {
    assertThat(objects()).anyMatch(object -> SecurityRule.podOf(object).has("containers"));
    assertThat(rule.brokenBy(objects())).isEmpty();
  }

  @Test
  void theManifestsHoldNoSecretAndNoTraceOfHelm() {
    assertThat(Chart.ofKind(objects(), "Secret")).isEmpty();
    assertThat(Chart.ofKind(objects(), "Pod")).isEmpty();
    assertThat(objects())
        .allSatisfy(object -> assertThat(object.toString()).doesNotContain("helm", "Helm"));
  }

  @Test
  void theScriptMakesEverySecretThatTheManifestsNeed() throws IOException {
    SortedSet<String> made = new TreeSet<>();
    for (JsonNode secret : secrets()) {
      secret
          .path("stringData")
          .fieldNames()
          .forEachRemaining(key -> made.add(secret.at("/metadata/name").asText() + "/" + key));
    }
    SortedSet<String> names = new TreeSet<>();
    for (JsonNode object : objects()) {
      for (JsonNode reference : object.findValues("secretKeyRef")) {
        assertThat(made)
            .contains(reference.path("name").asText() + "/" + reference.path("key").asText());
      }
      object.findValuesAsText("secretName").forEach(names::add);
    }
    assertThat(names).containsExactly("microstorm-postgres", "microstorm-signing-keys");
    assertThat(made).allMatch(key -> names.contains(key.substring(0, key.indexOf('/')))).hasSize(5);
  }

  @Test
  void noTwoSecretsAreTheSame() throws IOException {
    SortedSet<String> values = new TreeSet<>();
    for (JsonNode secret : List.of(secrets().get(0), secrets().get(0))) {
      secret.path("stringData").forEach(value -> values.add(value.asText()));
    }
    assertThat(values).hasSize(8).allMatch(value -> value.matches("[A-Za-z0-9_-]{32}"));
  }

  /** The public key verifies a signature of the private key. */
  @Test
  void theKeyOfTheScriptSigns() throws Exception {
    JsonNode jwk = Chart.parse(secrets().get(1).at("/stringData/1.jwk.json").asText()).get(0);
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec p256 = curve.getParameterSpec(ECParameterSpec.class);
    KeyFactory keys = KeyFactory.getInstance("EC");
    PrivateKey secret = keys.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), p256));
    PublicKey known =
        keys.generatePublic(
            new ECPublicKeySpec(new ECPoint(number(jwk, "x"), number(jwk, "y")), p256));

    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(secret);
    signature.update((byte) 1);
    byte[] signed = signature.sign();
    signature.initVerify(known);
    signature.update((byte) 1);
    assertThat(signature.verify(signed)).isTrue();
  }

  private static BigInteger number(JsonNode jwk, String field) {
    assertThat(jwk.path(field).asText()).hasSize(43);
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(field).asText()));
  }

  private static List<JsonNode> objects() {
    return Rendered.committed().values().stream()
        .flatMap(file -> Chart.parse(file).stream())
        .filter(object -> !object.path("kind").asText().equals("Kustomization"))
        .toList();
  }

  private static List<JsonNode> secrets() throws IOException {
    Process script =
        new ProcessBuilder("bash", Rendered.PATH.resolve("secrets.sh").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return Chart.parse(new String(script.getInputStream().readAllBytes()));
  }
}
