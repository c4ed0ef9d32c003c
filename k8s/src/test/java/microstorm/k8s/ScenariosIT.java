package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import microstorm.k8s.fixture.Commands;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Release;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cluster's API accepts the objects of each scenario file in a dry run. */
@OnCluster
class ScenariosIT {

  private final Release release = Release.shared();
  private final KubernetesClient cluster = release.client();

  static Stream<Path> scenarios() {
    Path folder = Commands.checkout().resolve("helm/microstorm/ci");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The test skips kinds that this cluster lacks, such as those of the Prometheus operator. */
  @ParameterizedTest
  @MethodSource("scenarios")
  void theApiAcceptsTheObjectsOfAScenario(Path scenario) {
    List<HasMetadata> objects = rendered(scenario);
    assertThat(objects).hasSizeGreaterThan(20);
    for (HasMetadata object : objects) {
      if (cluster.supports(object.getApiVersion(), object.getKind())) {
        dryRun(object);
      } else {
        assertThat(object.getKind()).isIn("HTTPRoute", "ServiceMonitor");
      }
    }
    HasMetadata broken = objects.get(0);
    broken.getMetadata().setName("Not_A_Name");
    assertThatThrownBy(() -> dryRun(broken)).isInstanceOf(KubernetesClientException.class);
  }

  private List<HasMetadata> rendered(Path scenario) {
    String manifests =
        release.helm(
            List.of("template", "dry", "helm/microstorm", "--values", scenario.toString()));
    return cluster
        .load(new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)))
        .items();
  }

  private void dryRun(HasMetadata object) {
    cluster.resource(object).inNamespace(release.namespace()).dryRun().serverSideApply();
  }
}
