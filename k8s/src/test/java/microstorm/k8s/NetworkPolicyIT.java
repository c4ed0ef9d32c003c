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

/** The connections in the list of docs/architecture.md work, and all others are blocked. */
@OnCluster
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkPolicyIT {

  private static final int TIME_LIMIT_SECONDS = 5;
  private static final String STRANGER = "stranger";
  private static final String MONITOR = "monitor";
  private static final List<String> OUTSIDERS = List.of(STRANGER, MONITOR);

  /**
   * The sources of connections and the ports that are open to each of them. Every source can open
   * at least one connection, so a closed port is closed by a policy. The stranger and the monitor
   * are outside the release and may use the cluster's own API ({@code api}). The monitor is the one
   * that {@code networkPolicy.metricsFrom} names.
   */
  private static final Map<String, List<String>> ALLOWED =
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
  void startOutsiders() {
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
  void deleteOutsiders() {
    OUTSIDERS.forEach(
        name -> release.client().resource(outsider(name)).withGracePeriod(0).delete());
  }

  static Stream<String> sources() {
    return ALLOWED.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("sources")
  void onlyTheListedConnectionsWork(String from) {
    assertThat(reachedFrom(from))
        .as("ports that are open to " + from)
        .containsExactlyInAnyOrderElementsOf(ALLOWED.get(from));
  }

  /**
   * The ports of other components to which a pod can open a connection. The pod connects to the
   * addresses of their pods, so neither a name nor a Service is involved. It tries all ports at
   * once, because each port that a policy closes takes the whole time limit.
   */
  private List<String> reachedFrom(String from) {
    String attempts =
        PORTS.stream()
            .filter(port -> !port.startsWith(from + ":"))
            .map(this::attempt)
            .collect(Collectors.joining("\n", "", "\nwait"));
    Pod source = OUTSIDERS.contains(from) ? outsider(from) : release.pods().server(from);
    return release.pods().exec(source, "bash", "-c", attempts).text().lines().toList();
  }

  /** The command that prints the port if a connection to it opens in time. */
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
      default -> release.pods().server(component).getStatus().getPodIP();
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
