package microstorm.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import microstorm.client.Api;
import microstorm.k8s.fixture.BusySession;
import microstorm.k8s.fixture.Commands;
import microstorm.k8s.fixture.FirstSteps;
import microstorm.k8s.fixture.Ledger;
import microstorm.k8s.fixture.OnCluster;
import microstorm.k8s.fixture.Patience;
import microstorm.k8s.fixture.Pods;
import microstorm.k8s.fixture.Release;
import microstorm.k8s.fixture.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the log's point "accessible from outside": one address serves all requests and live
 * streams.
 */
@OnCluster
class ExternalAccessIT {

  private final Release release = Release.shared();
  private final Api api = release.api();

  @Test
  void aWholeSessionRunsThroughTheIngress() {
    BusySession session = BusySession.begin(api);
    Ledger ledger = new Ledger();
    try (Watch watch = Watch.of(session)) {
      String idea = session.author().writes("Stand up while talking").path("id").asText();
      ledger.acknowledged(session.id(), idea, "Stand up while talking");
      watch.sawAllOf(ledger);
    }
    session.endsWithAllOf(ledger);
  }

  /** The commands are those that helm prints; the first one is {@code helm test}. */
  @Test
  void theFirstStepsOfTheNotesLeadToATeam() {
    assumeThat(System.getProperty("microstorm.url", "")).as("the Ingress has an address").isEmpty();
    assertThat(FirstSteps.run(release)).contains("reports 200", "boards 401", "page 200");
  }

  /** {@code helm test} only reads: a team that it created would stay for ever. */
  @Test
  void helmTestCreatesNoTeam() {
    String before = teams();
    assertThat(release.helm(List.of("test", "ms", "--timeout", "5m"))).contains("Succeeded");
    assertThat(teams()).isEqualTo(before);
    api.createTeam("Team " + UUID.randomUUID(), UUID.randomUUID().toString() + UUID.randomUUID());
    assertThat(teams()).as("negative control").isNotEqualTo(before);
  }

  private String teams() {
    String count =
        "PGPASSWORD=$(</run/secrets/microstorm/postgres) psql --no-psqlrc -tA -d sessions"
            + " -c 'select count(*) from team'";
    Pods.Output teams = release.pods().exec(release.pods().server("postgres"), "bash", "-c", count);
    assertThat(teams.status()).as(teams.text()).isZero();
    return teams.text();
  }

  @Test
  void anImportedLogIsExportedUnchanged() throws IOException, InterruptedException {
    String key = UUID.randomUUID().toString() + UUID.randomUUID();
    String token = api.token(api.createTeam("Team " + UUID.randomUUID(), key), key);
    var log = Commands.checkout().resolve("samples/micro-brainstorming.md");

    var status = api.importLog(log, token);

    await()
        .atMost(Patience.PODS)
        .until(() -> api.get(status, token).path("state").asText().equals("complete"));
    assertThat(answer("/api/logs", token).body()).isEqualTo(java.nio.file.Files.readString(log));
  }

  @Test
  void thePagesAreServed() throws IOException, InterruptedException {
    assertThat(answer("/", "").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/health", "/q/metrics", "/api/boards/../../q/metrics"})
  void operatorEndpointsAreNotServedOutside(String path) throws IOException, InterruptedException {
    assertThat(answer(path, "").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> answer(String path, String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(release.url().resolve(path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token).header("Accept", "text/markdown");
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
