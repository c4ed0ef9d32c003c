package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import microstorm.helm.fixture.Chart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All files name the same version of the product and of each server. */
class VersionTest {

  private static final Path CHECKOUT = Chart.PATH.getParent().getParent();

  private static String read(String file) throws IOException {
    return Files.readString(CHECKOUT.resolve(file));
  }

  private static List<String> found(String file, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(read(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static String product() throws IOException {
    return found("pom.xml", "<version>([^<]+)</version>").get(0);
  }

  @Test
  void theChartHasTheProductsVersion() throws IOException {
    assertThat(found("helm/microstorm/Chart.yaml", "^(?:version|appVersion): \"?([^\"\\s]+)"))
        .hasSize(2)
        .containsOnly(product());
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/kubernetes.md"})
  void theDocumentsBuildTheImagesThatTheChartUses(String document) throws IOException {
    assertThat(found(document, "(?:VERSION=|\\$service:)([0-9][^\\s]*)"))
        .hasSizeGreaterThan(1)
        .containsOnly(product());
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "apache/kafka"})
  void composeAndTheChartUseTheSameServers(String server) throws IOException {
    String image = "image: (" + server + ":\\S+)";
    assertThat(found("compose.yaml", image)).isNotEmpty();
    assertThat(found("compose.yaml", image))
        .containsOnly(found("helm/microstorm/values.yaml", image).get(0));
  }
}
