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

/**
 * Tests the log's point "discover each other": services find each other by the names of Services,
 * wherever their pods run.
 */
@OnCluster
class DiscoveryIT {

  private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(\\.\\d{1,3}){3}\\b");

  private static final String OK = "HTTP/1.1 200";

  /**
   * Requests the keys from the host, port and path of the setting, with the programs of the image.
   */
  private static final String REQUEST_KEYS =
      """
      IFS=/ read -r _ _ host path <<<"$MICROSTORM_HTTP_JWKS_URL"
      exec 3<>"/dev/tcp/${host%:*}/${host#*:}"
      printf 'GET /%s HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n' "$path" "$host" >&3
      timeout 10 cat <&3
      """;

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

  /**
   * The other two services check tokens with the keys of session-service. The test requests the
   * keys from the configured address, because a service keeps the keys that it has.
   */
  @Test
  void aMovedServiceIsFound() {
    assertThat(keysSeenBy(Service.IDEA)).startsWith(OK);
    List<String> before = addresses();
    release.client().resourceList(release.pods().of(Service.SESSION)).delete();
    release.pods().awaitSettled();
    assertThat(addresses()).doesNotContainAnyElementsOf(before);
    assertThat(keysSeenBy(Service.IDEA)).startsWith(OK).contains("\"kty\"");
    assertThat(keysSeenBy(Service.REPORT)).startsWith(OK);

    BusySession session = BusySession.begin(release.api());
    session.author().writes("Found again");
    session.endsWithAllOf(new Ledger());
  }

  private String keysSeenBy(Service service) {
    return release
        .pods()
        .exec(release.pods().of(service).get(0), "bash", "-c", REQUEST_KEYS)
        .text();
  }

  private List<String> addresses() {
    return release.pods().of(Service.SESSION).stream()
        .map(pod -> pod.getStatus().getPodIP())
        .toList();
  }

  private List<String> settings(Service service) {
    Pod pod = release.pods().of(service).get(0);
    Stream<String> own =
        pod.getSpec().getContainers().get(0).getEnv().stream().map(variable -> variable.getValue());
    Stream<String> shared =
        release.client().configMaps().inNamespace(release.namespace()).list().getItems().stream()
            .filter(map -> map.getMetadata().getLabels() != null)
            .flatMap(map -> map.getData().values().stream());
    return Stream.concat(own, shared).filter(value -> value != null).toList();
  }
}
