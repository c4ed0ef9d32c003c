package microstorm.session.breaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of breaks do not grow without bound, however often a facilitator repeats a request. */
@SessionServiceTest
class BreakLimitsTest {

  private static final int LIMIT = 100;

  @Inject DataSource database;
  @Inject SettableClock clock;

  private LiveSession session;

  @BeforeEach
  void plan() {
    session = new LiveTeam("Resting").plan(Map.of());
  }

  private int execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql.formatted(session.id));
    }
  }

  private int cancelled() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from cancelled_break where session_id = '%s'"
                    .formatted(session.id))) {
      row.next();
      return row.getInt(1);
    }
  }

  private ValidatableResponse schedule() {
    String later = clock.instant().plus(Duration.ofHours(1)).toString();
    return session.post(session.owner, "/breaks", Map.of("minutes", 5, "startsAt", later));
  }

  private String scheduleAndCancel() {
    String id = schedule().statusCode(201).extract().path("breakId");
    session.delete(session.owner, "/breaks/" + id).statusCode(204);
    return id;
  }

  @Test
  void onlyTheLatestCancelledBreaksAreRemembered() throws SQLException {
    String first = scheduleAndCancel();
    execute(
        """
        insert into cancelled_break (id, session_id, cancelled_at)
        select gen_random_uuid(), '%%s', now() + interval '1 day' * 365 * 100
        from generate_series(1, %d)
        """
            .formatted(LIMIT - 1));
    assertThat(cancelled()).isEqualTo(LIMIT);
    session.delete(session.owner, "/breaks/" + first).statusCode(204);

    execute("update cancelled_break set cancelled_at = 'epoch' where id = '" + first + "'");
    String last = scheduleAndCancel();
    assertThat(cancelled()).isEqualTo(LIMIT);
    session.delete(session.owner, "/breaks/" + last).statusCode(204);
    session.delete(session.owner, "/breaks/" + first).statusCode(404);
  }

  @Test
  void aSessionHasAtMostAHundredBreaks() throws SQLException {
    String over =
        """
        insert into session_break (id, session_id, minutes, started_at, ends_at, ended_at)
        select gen_random_uuid(), '%%s', 5, now(), now(), now() from generate_series(1, %d)
        """;
    execute(over.formatted(LIMIT - 1));
    schedule().statusCode(201); // the control: one less than the limit
    schedule()
        .statusCode(409)
        .body("type", equalTo("/api/problems#too-many-breaks"))
        .body(
            "detail",
            equalTo("A session can have at most 100 breaks. Continue without another one."));
  }

  @Test
  void theBreaksOfAnotherSessionDoNotCount() throws SQLException {
    UUID other = new LiveTeam("Working").plan(Map.of()).id;
    execute(
        """
        insert into session_break (id, session_id, minutes, started_at, ends_at, ended_at)
        select gen_random_uuid(), '%s', 5, now(), now(), now() from generate_series(1, 100)
        """
            .formatted(other));
    schedule().statusCode(201);
  }
}
