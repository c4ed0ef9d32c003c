package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The plain manifests in {@code k8s/rendered} are what the chart makes. */
class RenderedTest {

  private static final Path RENDERED = Path.of("../k8s/rendered");
  private static final boolean UPDATE = Boolean.getBoolean("microstorm.rendered.update");
  private static final ObjectWriter YAML =
      new ObjectMapper(
              new YAMLFactory()
                  .enable(Feature.MINIMIZE_QUOTES)
                  .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                  .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                  .disable(Feature.SPLIT_LINES)
                  .disable(Feature.WRITE_DOC_START_MARKER))
          .writer();

  /** Without Secrets, which kustomize makes, and without what is for Helm alone. */
  private static Map<String, String> files() {
    List<JsonNode> objects =
        Chart.render(
            Chart.PATH.resolve("ci/minimal-values.yaml"),
            Map.of(
                "postgres.embedded.existingSecret", "ms-postgres",
                "signingKeys.existingSecret", "ms-signing-keys"));
    assertThat(Chart.ofKind(objects, "Secret")).isEmpty();
    Map<String, String> files =
        objects.stream()
            .filter(object -> !object.at("/metadata/annotations").has("helm.sh/hook"))
            .collect(
                Collectors.groupingBy(
                    object -> object.path("kind").asText().toLowerCase(Locale.ROOT) + ".yaml",
                    TreeMap::new,
                    Collectors.mapping(RenderedTest::yaml, Collectors.joining("---\n"))));
    files.put("kustomization.yaml", kustomization(List.copyOf(files.keySet())));
    return files;
  }

  private static String yaml(Object object) {
    try {
      return YAML.writeValueAsString(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kustomization(List<String> resources) {
    return """
    # Made from the chart; see README.md.
    apiVersion: kustomize.config.k8s.io/v1beta1
    kind: Kustomization
    resources: [%s]
    generatorOptions: {disableNameSuffixHash: true}
    secretGenerator:
      - name: ms-postgres
        files: [secrets/postgres, secrets/session-service, secrets/idea-service, secrets/report-service]
      - name: ms-signing-keys
        files: [secrets/1.jwk.json]
    """
        .formatted(String.join(", ", resources));
  }

  private static Map<String, String> committed() throws IOException {
    try (Stream<Path> files = Files.list(RENDERED)) {
      Map<String, String> committed = new TreeMap<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        committed.put(file.getFileName().toString(), Files.readString(file));
      }
      return committed;
    }
  }

  @Test
  void theManifestsAreWhatTheChartMakes() throws IOException {
    Map<String, String> files = files();
    if (UPDATE) {
      for (String gone : committed().keySet()) {
        Files.delete(RENDERED.resolve(gone));
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(RENDERED.resolve(file.getKey()), file.getValue());
      }
    }
    assertThat(committed())
        .as("The chart has changed: -Dmicrostorm.rendered.update=true makes k8s/rendered anew.")
        .isEqualTo(files);
  }

  @ParameterizedTest
  @EnumSource(SecurityRule.class)
  void theyKeepTheRulesOfTheChart(SecurityRule rule) throws IOException {
    List<JsonNode> objects =
        committed().values().stream().flatMap(file -> Chart.parse(file).stream()).toList();
    assertThat(Chart.ofKind(objects, "Deployment")).hasSize(3);
    assertThat(rule.brokenBy(objects)).isEmpty();
  }

  @Test
  void theScriptMakesSecretsThatWorkAndKeepsThem(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("secrets.sh");
    Files.copy(RENDERED.resolve("secrets.sh"), script);
    Map<String, String> made = secrets(script);
    assertThat(made)
        .containsOnlyKeys(
            "1.jwk.json", "idea-service", "postgres", "report-service", "session-service");
    assertThat(made.values()).doesNotHaveDuplicates().allMatch(secret -> secret.length() >= 32);
    assertThat(secrets(script)).isEqualTo(made);
    assertThat(signs(new ObjectMapper().readTree(made.get("1.jwk.json")))).isTrue();
  }

  private static Map<String, String> secrets(Path script) throws Exception {
    assertThat(new ProcessBuilder("bash", script.toString()).inheritIO().start().waitFor())
        .isZero();
    try (Stream<Path> files = Files.list(script.resolveSibling("secrets"))) {
      Map<String, String> secrets = new TreeMap<>();
      for (Path file : files.toList()) {
        secrets.put(file.getFileName().toString(), Files.readString(file));
      }
      return secrets;
    }
  }

  /** Whether what the private number signs is believed by who has the point. */
  private static boolean signs(JsonNode jwk) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    KeyFactory keys = KeyFactory.getInstance("EC");
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.generatePrivate(new ECPrivateKeySpec(number(jwk, "d"), curve)));
    signature.update((byte) 1);
    byte[] signed = signature.sign();
    ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
    signature.initVerify(keys.generatePublic(new ECPublicKeySpec(point, curve)));
    signature.update((byte) 1);
    return signature.verify(signed);
  }

  private static BigInteger number(JsonNode jwk, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(field).asText()));
  }
}
