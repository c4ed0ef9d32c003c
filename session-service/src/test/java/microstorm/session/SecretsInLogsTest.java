package microstorm.session;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.session.LiveSession.Member;
import microstorm.testing.LogLines;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * No log line contains keys, codes, tokens or texts that people write, even when requests fail
 * (S9).
 */
@SessionServiceTest
class SecretsInLogsTest {

  private static final String CHECK = "participant_not_poisoned";

  @Inject DataSource database;

  private final String marker = "marker-" + UUID.randomUUID();
  private LiveTeam team;

  /** Makes the database fail with the row in its detail, the worst case for a log. */
  @BeforeEach
  void failOnThePersonsName() throws SQLException {
    team = new LiveTeam("Secrets");
    execute(
        "alter table participant add constraint %s check (name not like '%%%s%%')"
            .formatted(CHECK, marker));
  }

  @AfterEach
  void removeTheFailure() throws SQLException {
    execute("alter table participant drop constraint " + CHECK);
  }

  @Test
  void noLogLineContainsTextsOrSecrets() {
    LiveSession session = team.plan(Map.of()).through("lobby");
    try (LogLines lines = new LogLines()) {
      Member member = session.join("participant");
      session.tryJoin(Map.of("role", "participant", "name", marker)).statusCode(500);
      session
          .tryJoin(Map.of("joinCode", marker))
          .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)));
      session
          .tryJoin(Map.of("name", marker + "\r\n" + marker))
          .statusCode(allOf(greaterThanOrEqualTo(400), lessThan(500)));
      session.get(member.token() + marker).statusCode(401);
      wrongKey();
      LiveTeam.as(team.token).body("{\"problem\":\"" + marker).post("/api/sessions").then();
      team.post(Map.of("title", marker, "problem", marker + "\u0000")).statusCode(400);
      assertThat(lines.all()).anyMatch(line -> line.contains("Incident"));

      List<String> secrets =
          List.of(marker, member.token(), team.token, session.joinCode, session.facilitatorCode);
      assertThat(lines.all()).noneMatch(line -> secrets.stream().anyMatch(line::contains));

      // the control: a line that contains one of them is found
      Logger.getLogger(SecretsInLogsTest.class).infof("%s", session.joinCode);
      await("the control's line")
          .until(() -> lines.all().stream().anyMatch(line -> line.contains(session.joinCode)));
    }
  }

  /**
   * Creates a team whose owner key contains the marker, and requests its token with a wrong key.
   */
  private void wrongKey() {
    String slug =
        LiveTeam.as(team.token)
            .body(Map.of("name", "Of a key", "ownerKey", marker + marker))
            .post("/api/teams")
            .then()
            .statusCode(201)
            .extract()
            .path("slug");
    LiveTeam.as(team.token)
        .body(Map.of("ownerKey", marker + "-" + marker))
        .post("/api/teams/{slug}/tokens", slug)
        .then()
        .statusCode(401);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
