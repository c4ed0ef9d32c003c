package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any process is killed in the middle of an import: it completes, nothing lost, nothing doubled.
 */
class CrashDuringImportIT {

  private static final int SESSIONS = 150;
  private static final int IDEAS = 20;

  private final LocalSystem system = SharedSystem.get();
  private final TestTeam team = TestTeam.of(system);

  private static String log() {
    StringBuilder log = new StringBuilder("# A long log\n");
    for (int session = 1; session <= SESSIONS; session++) {
      log.append(
          "\n### Session : %d\n\n**Date**: %s\n\n**Title**: Title %d\n\n**Topic**:\n"
              .formatted(session, LocalDate.of(2020, 1, 1).plusDays(session), session));
      for (int idea = 1; idea <= IDEAS; idea++) {
        log.append("- idea %d of session %d\n".formatted(idea, session));
      }
    }
    return log.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"session-service", "idea-service", "report-service", "kafka", "postgres"})
  void theImportCompletesAfterTheKillOf(String process) {
    String log = log();
    String location = team.post(log.getBytes(StandardCharsets.UTF_8));
    await()
        .atMost(TestTeam.PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> team.status(location).getInt("sessions.created") > 0);

    system.kill(process);
    team.awaitComplete(location);
    system.awaitReady(TestTeam.PATIENCE);

    assertThat(team.export()).isEqualTo(log);
    JsonPath status = team.status(location);
    assertThat(status.getInt("sessions.projected")).isEqualTo(SESSIONS);
    assertThat(status.getInt("ideas.projected")).isEqualTo(SESSIONS * IDEAS);
    List<String> sessions = team.sessions();
    assertThat(sessions).hasSize(SESSIONS).doesNotHaveDuplicates();
    for (String session : List.of(sessions.get(0), sessions.get(SESSIONS - 1))) {
      assertThat(team.board(session).getInt("counts.ideas")).isEqualTo(IDEAS);
      assertThat(team.board(session).getLong("seq")).isEqualTo(IDEAS + 2);
    }
  }
}
