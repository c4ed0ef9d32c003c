package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import microstorm.k8s.fixture.BusySession;
import microstorm.k8s.fixture.Ledger;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import org.junit.jupiter.api.Test;

/** The log's point "discover each other": by the names of Services, wherever they are. */
@OnCluster
class DiscoveryIT {

  private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(\\.\\d{1,3}){3}\\b");

  private final Release release = Release.shared();

  @Test
  void noAddressIsConfigured() {
    assertThat(Service.all())
        .allSatisfy(
            service ->
                assertThat(settings(service))
                    .as(service.component())
                    .isNotEmpty()
                    .noneMatch(setting -> ADDRESS.matcher(setting).find()));
  }

  /** New people's tokens are checked by keys that the other two fetch from session-service. */
  @Test
  void aServiceThatMovesIsFound() {
    List<String> before = addresses();
    release.client().resourceList(release.pods(Service.SESSION)).delete();
    release.awaitSettled();
    assertThat(addresses()).doesNotContainAnyElementsOf(before);

    BusySession session = BusySession.begin(release.api());
    session.author().writes("Found again");
    session.endsWithAllOf(new Ledger());
  }

  private List<String> addresses() {
    return release.pods(Service.SESSION).stream().map(pod -> pod.getStatus().getPodIP()).toList();
  }

  private List<String> settings(Service service) {
    Pod pod = release.pods(service).get(0);
    Stream<String> own =
        pod.getSpec().getContainers().get(0).getEnv().stream().map(variable -> variable.getValue());
    Stream<String> shared =
        release.client().configMaps().inNamespace(release.namespace()).list().getItems().stream()
            .filter(map -> map.getMetadata().getLabels() != null)
            .flatMap(map -> map.getData().values().stream());
    return Stream.concat(own, shared).filter(value -> value != null).toList();
  }
}
