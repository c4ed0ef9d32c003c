package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import microstorm.client.Api;
import microstorm.k8s.fixture.BusySession;
import microstorm.k8s.fixture.Commands;
import microstorm.k8s.fixture.Ledger;
import microstorm.k8s.fixture.OnDocker;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Service;
import microstorm.k8s.fixture.Traffic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tests the log's points about Compose: one file and one command, scaling, status, logs and one-off
 * commands.
 */
@OnDocker
class ComposeIT {

  private static final String PORT = "18080";
  private static final int PER_ADDRESS = 100;
  private static final Map<String, String> SETTINGS =
      Map.of("MICROSTORM_PORT", PORT, "MICROSTORM_CONNECTIONS_PER_ADDRESS", "" + PER_ADDRESS);

  private final Api api = new Api(URI.create("http://127.0.0.1:" + PORT));

  /** One command creates and starts everything, and returns when it is ready for requests. */
  @BeforeAll
  static void up() {
    compose("up", "--detach", "--wait");
  }

  @AfterAll
  static void down() {
    compose("down", "--volumes", "--timeout", "30");
  }

  private static String compose(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("docker", "compose", "--project-name", "microstorm-acceptance"));
    command.addAll(List.of(arguments));
    return Commands.run(SETTINGS, command).succeeded();
  }

  private static List<String> running(String service) {
    return compose("ps", "--quiet", service).lines().filter(id -> !id.isBlank()).toList();
  }

  /** The number of requests for boards that a replica has answered. */
  private static long requestsTo(String service, int replica) {
    String request =
        "exec 3<>/dev/tcp/127.0.0.1/9000;"
            + " printf 'GET /q/metrics HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3";
    return compose("exec", "-T", "--index", "" + replica, service, "bash", "-c", request)
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
        .filter(line -> line.contains("/api/boards"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private BusySession sessionWithAnIdea(Ledger ledger) {
    BusySession session = BusySession.begin(api);
    String idea = session.author().writes("It is kept").path("id").asText();
    ledger.acknowledged(session.id(), idea, "It is kept");
    return session;
  }

  @Test
  void aServiceIsScaledBehindTheGateway() {
    compose("up", "--detach", "--wait", "--no-recreate", "--scale", "idea-service=3");
    assertThat(running("idea-service")).hasSize(3);
    try (Traffic traffic = Traffic.withRetries(api)) {
      for (int replica = 1; replica <= 3; replica++) {
        int index = replica;
        await().atMost(Patience.PODS).until(() -> requestsTo("idea-service", index) > 10);
      }
      compose("up", "--detach", "--wait", "--no-recreate", "--scale", "idea-service=1");
      assertThat(running("idea-service")).hasSize(1);
      assertThat(traffic.endsWithNothingLost().failures()).isEmpty();
    }
  }

  /**
   * A request whose body does not arrive stays open. Negative control: with half as many the page
   * is served.
   */
  @Test
  void oneAddressHasALimitedShareOfTheGateway() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      sendIncompleteRequests(open, PER_ADDRESS / 2);
      assertThat(pageStatus()).isEqualTo(200);
      await()
          .atMost(Patience.PODS)
          .until(
              () -> {
                sendIncompleteRequests(open, PER_ADDRESS);
                return pageStatus() == 429;
              });
    } finally {
      for (Socket connection : open) {
        connection.close();
      }
    }
    await().atMost(Patience.PODS).until(() -> pageStatus() == 200);
  }

  private static void sendIncompleteRequests(List<Socket> open, int count) throws IOException {
    byte[] start =
        ("POST /api/teams HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{")
            .getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < count; i++) {
      Socket connection = new Socket("127.0.0.1", Integer.parseInt(PORT));
      open.add(connection);
      connection.getOutputStream().write(start);
    }
  }

  private static int pageStatus() throws IOException {
    URL page = URI.create("http://127.0.0.1:" + PORT + "/").toURL();
    return ((HttpURLConnection) page.openConnection()).getResponseCode();
  }

  @Test
  void statusAndLogsAreAvailable() {
    assertThat(compose("ps"))
        .contains("gateway", "session-service", "idea-service", "report-service", "(healthy)");
    assertThat(compose("logs", "--no-log-prefix", "report-service")).contains("started in");
  }

  @Test
  void theMigrationIsAOneOffCommand() {
    compose("run", "--rm", "--no-deps", "idea-service", "migrate");
  }

  /**
   * Without {@code AOTMode=on}, the JVM silently ignores a cache that does not fit. Negative
   * control: a class path other than the one that the cache was made for.
   */
  @Test
  void theJvmUsesTheCacheInItsImage() {
    for (Service service : Service.all()) {
      startWithCache(service, "quarkus-run.jar").succeeded();
      startWithCache(service, "start.sh").failed();
    }
  }

  private static Commands.Outcome startWithCache(Service service, String classPath) {
    return Commands.run(
        "docker",
        "run",
        "--rm",
        "--entrypoint",
        "java",
        "microstorm/" + service.component() + ":" + Release.imageTag(),
        "@jvm.options",
        "-XX:AOTMode=on",
        "-XX:AOTCache=app.aot",
        "-cp",
        classPath,
        "-version");
  }

  @Test
  void acknowledgedIdeasSurviveAStop() {
    Ledger ledger = new Ledger();
    BusySession session = sessionWithAnIdea(ledger);
    compose("stop", "--timeout", "30");
    assertThat(running("idea-service")).isEmpty();
    compose("up", "--detach", "--wait");
    session.endsWithAllOf(ledger);
  }

  @Test
  void aRebuiltServiceReplacesTheOldOne() {
    Ledger ledger = new Ledger();
    BusySession session = sessionWithAnIdea(ledger);
    List<String> before = running("idea-service");
    compose("build", "idea-service");
    compose("up", "--detach", "--wait", "--force-recreate", "--no-deps", "idea-service");
    assertThat(running("idea-service")).hasSize(1).doesNotContainAnyElementsOf(before);
    session.endsWithAllOf(ledger);
  }
}
