package microstorm.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import microstorm.local.LocalSystem;
import microstorm.local.Patience;
import microstorm.local.SharedSystem;
import microstorm.local.TestTeam;
import microstorm.report.log.LogGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import completes without loss or duplicates if any process is killed in the middle of it. */
class CrashDuringImportIT {

  private static final int SESSIONS = 150;
  private static final int IDEAS = 20;
  private static final long SEED = System.nanoTime();

  private final LocalSystem system = SharedSystem.get();
  private final TestTeam team = TestTeam.of(system);

  @ParameterizedTest
  @ValueSource(
      strings = {"session-service-1", "idea-service-1", "report-service-1", "kafka", "postgres"})
  void theImportCompletesAfterTheKillOf(String process) {
    String log = LogGenerator.log(SESSIONS, IDEAS, SEED);
    System.out.println("seed " + SEED);
    String location = team.post(log.getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(Patience.AT_MOST)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> team.status(location).getInt("sessions.created") > 0);

    system.kill(process);
    team.awaitComplete(location);
    system.awaitReady(Patience.AT_MOST);

    assertThat(team.export()).isEqualTo(log);
    JsonPath status = team.status(location);
    assertThat(status.getInt("sessions.complete")).isEqualTo(SESSIONS);
    assertThat(status.getInt("ideas.complete")).isEqualTo(status.getInt("ideas.parsed"));
    assertThat(status.getInt("ideas.created")).isEqualTo(status.getInt("ideas.parsed"));
    List<String> sessions = team.sessions();
    assertThat(sessions).hasSize(SESSIONS).doesNotHaveDuplicates();
    for (String session : List.of(sessions.get(0), sessions.get(SESSIONS - 1))) {
      JsonPath board = team.board(session);
      int parts =
          board.getInt("counts.topics")
              + board.getInt("counts.ideas")
              + board.getInt("counts.links");
      assertThat(board.getLong("seq"))
          .as("one change for each part and one for the seal")
          .isEqualTo(parts + 1);
    }
  }
}
