package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The connections that docs/architecture.md lists work; all others are blocked. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkPolicyIT {

  private static final int TIME_LIMIT_SECONDS = 5;
  private static final String STRANGER = "stranger";
  private static final String MONITOR = "monitor";
  private static final List<String> OUTSIDERS = List.of(STRANGER, MONITOR);

  /**
   * Whoever opens a connection, and the ports that are open to them. Each reaches something: what
   * is refused to it is refused by a policy. The stranger and the monitor are outside the release
   * and free to go to the cluster's own API ({@code api}); the monitor is whom {@code
   * networkPolicy.metricsFrom} names.
   */
  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "session-service",
          List.of("dns:53", "postgres:5432", "kafka:9092"),
          "idea-service",
          List.of("dns:53", "postgres:5432", "kafka:9092", "session-service:8080"),
          "report-service",
          List.of("dns:53", "postgres:5432", "kafka:9092", "session-service:8080", "api:443"),
          "postgres",
          List.of("dns:53"),
          "kafka",
          List.of("dns:53"),
          STRANGER,
          List.of("dns:53", "api:443"),
          MONITOR,
          List.of(
              "dns:53",
              "api:443",
              "session-service:9000",
              "idea-service:9000",
              "report-service:9000"));

  private static final List<String> PORTS =
      List.of(
          "dns:53",
          "api:443",
          "session-service:8080",
          "idea-service:8080",
          "report-service:8080",
          "session-service:9000",
          "idea-service:9000",
          "report-service:9000",
          "postgres:5432",
          "kafka:9092");

  private final Release release = Release.shared();

  @BeforeAll
  void outsidersMoveIn() {
    OUTSIDERS.forEach(name -> release.client().resource(outsider(name)).serverSideApply());
    for (String name : OUTSIDERS) {
      release
          .client()
          .pods()
          .inNamespace(release.namespace())
          .withName(name)
          .waitUntilReady(Patience.PODS.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @AfterAll
  void outsidersLeave() {
    OUTSIDERS.forEach(
        name -> release.client().resource(outsider(name)).withGracePeriod(0).delete());
  }

  static Stream<String> sources() {
    return ARROWS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void onlyTheListedConnectionsWork(String from) {
    assertThat(reachedFrom(from))
        .as("ports that are open to " + from)
        .containsExactlyInAnyOrderElementsOf(ARROWS.get(from));
  }

  /**
   * The ports of others that a pod can open a connection to, by their pods' addresses, so that no
   * name and no Service is between. It tries all of them at once: each one that a policy closes
   * takes the whole time limit.
   */
  private List<String> reachedFrom(String from) {
    String attempts =
        PORTS.stream()
            .filter(port -> !port.startsWith(from + ":"))
            .map(this::attempt)
            .collect(Collectors.joining("\n", "", "\nwait"));
    Pod source = OUTSIDERS.contains(from) ? outsider(from) : release.server(from);
    return release.exec(source, "bash", "-c", attempts).text().lines().toList();
  }

  /** Prints the port if a connection to it opens in time. */
  private String attempt(String port) {
    String component = port.substring(0, port.indexOf(':'));
    String number = port.substring(port.indexOf(':') + 1);
    return "timeout %d bash -c 'exec 3<>/dev/tcp/%s/%s' 2>/dev/null && echo %s &"
        .formatted(TIME_LIMIT_SECONDS, address(component), number, port);
  }

  private String address(String component) {
    return switch (component) {
      case "api" -> apiAddress();
      case "dns" -> "$(sed -n \"s/^nameserver //p\" /etc/resolv.conf | head -n 1)";
      default -> release.server(component).getStatus().getPodIP();
    };
  }

  private String apiAddress() {
    return release
        .client()
        .services()
        .inNamespace("default")
        .withName("kubernetes")
        .get()
        .getSpec()
        .getClusterIP();
  }

  private Pod outsider(String name) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("app", name)
        .withNamespace(release.namespace())
        .endMetadata()
        .withNewSpec()
        .withAutomountServiceAccountToken(false)
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(10001L)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .addNewContainer()
        .withName(name)
        .withImage("microstorm/idea-service:" + Release.imageTag())
        .withCommand("sleep", "600")
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .endContainer()
        .withTerminationGracePeriodSeconds(0L)
        .endSpec()
        .build();
  }
}
