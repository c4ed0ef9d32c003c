package microstorm.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import microstorm.helm.fixture.Chart;
import org.junit.jupiter.api.Test;

/** The files in k8s/kind are consistent: the nodes, the ingress controller and the release. */
class KindTest {

  private static final Path PATH = Path.of("../k8s/kind");

  private static JsonNode read(String file) throws IOException {
    return Chart.parse(Files.readString(PATH.resolve(file))).get(0);
  }

  private static List<JsonNode> nodes() throws IOException {
    return StreamSupport.stream(read("cluster.yaml").path("nodes").spliterator(), false).toList();
  }

  private static List<JsonNode> release() {
    return Chart.parse(
        Chart.manifests(
            "ms", Chart.PATH.resolve("ci/minimal-values.yaml"), PATH.resolve("values.yaml")));
  }

  @Test
  void theControllerRunsOnTheNodeWhosePortIsMapped() throws IOException {
    JsonNode selector = read("ingress-nginx.yaml").at("/controller/nodeSelector/ingress-ready");
    assertThat(nodes())
        .filteredOn(node -> node.at("/labels/ingress-ready").equals(selector))
        .singleElement()
        .satisfies(
            node ->
                assertThat(node.at("/extraPortMappings/0/containerPort").asInt()).isEqualTo(80));
  }

  /**
   * Two replicas that must not share a node or a zone can be scheduled even while one node is
   * drained.
   */
  @Test
  void thereAreMoreZonesThanReplicas() throws IOException {
    long zones =
        nodes().stream()
            .map(node -> node.at("/labels/topology.kubernetes.io~1zone").asText())
            .filter(zone -> !zone.isEmpty())
            .distinct()
            .count();
    assertThat(Chart.ofKind(release(), "Deployment"))
        .hasSize(3)
        .allSatisfy(
            deployment ->
                assertThat(deployment.at("/spec/replicas").asLong()).isBetween(2L, zones - 1));
  }

  /**
   * The release uses the images that README.md builds and loads, and the ingress controller accepts
   * large request bodies.
   */
  @Test
  void theReleaseUsesTheLoadedImagesAndIsReachable() throws IOException {
    assertThat(Files.readString(PATH.resolve("README.md")))
        .contains(
            "microstorm/$service:dev", "--name " + read("cluster.yaml").path("name").asText());
    assertThat(Chart.ofKind(release(), "Deployment"))
        .extracting(deployment -> deployment.at("/spec/template/spec/containers/0/image").asText())
        .allMatch(image -> image.matches("microstorm/[a-z]+-service:dev"));
    assertThat(Chart.ofKind(release(), "Ingress"))
        .singleElement()
        .satisfies(
            ingress -> {
              assertThat(ingress.at("/spec/ingressClassName").asText()).isEqualTo("nginx");
              assertThat(ingress.at("/metadata/annotations").toString())
                  .contains("\"nginx.ingress.kubernetes.io/proxy-body-size\":\"6m\"");
            });
  }
}
