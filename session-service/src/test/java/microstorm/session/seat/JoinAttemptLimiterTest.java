package microstorm.session.seat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guesses of join codes are limited. A person with the right code is not affected. */
@SessionServiceTest
class JoinAttemptLimiterTest {

  private static final int LIMIT = 10;

  @Inject SettableClock clock;
  @Inject DataSource database;

  private static ValidatableResponse guess(UUID session) {
    return given()
        .contentType("application/json")
        .body(Map.of("joinCode", "A".repeat(22)))
        .post("/api/sessions/{id}/participants", session)
        .then();
  }

  private static String text(ValidatableResponse refusal, UUID session) {
    return refusal.extract().asString().replace(session.toString(), "?");
  }

  @Test
  void aWrongCodeAndAnAbsentSessionAlwaysGetTheSameAnswer() {
    UUID present = new LiveTeam("Guessed").plan(Map.of()).id;
    UUID absent = UUID.randomUUID();
    for (int i = 1; i <= LIMIT + 2; i++) {
      int status = i <= LIMIT ? 403 : 429;
      assertThat(text(guess(present).statusCode(status), present))
          .isEqualTo(text(guess(absent).statusCode(status), absent));
    }
    guess(absent)
        .statusCode(429)
        .header("Retry-After", equalTo("60"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cache-Control", equalTo("no-store"));
  }

  /** No setting trusts the sender of these headers. */
  @Test
  void aClaimedAddressDoesNotCount() {
    UUID session = new LiveTeam("Deceived").plan(Map.of()).id;
    for (int i = 1; i <= LIMIT + 1; i++) {
      given()
          .header("X-Forwarded-For", "192.0.2." + i)
          .contentType("application/json")
          .body(Map.of("joinCode", "A".repeat(22)))
          .post("/api/sessions/{id}/participants", session)
          .then()
          .statusCode(i <= LIMIT ? 403 : 429);
    }
  }

  /** Otherwise guesses of codes would delay the people in the session. */
  @Test
  @Timeout(30)
  void aWrongCodeWaitsForNoLock() throws SQLException {
    LiveSession session = new LiveTeam("Busy").plan(Map.of());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select id from session where id = '" + session.id + "' for update");
      guess(session.id).statusCode(403);
      connection.rollback();
    }
  }

  @Test
  void theRightCodeWorksFromTheSameAddressAndTheLimitResetsLater() {
    LiveSession session = new LiveTeam("Room").plan(Map.of());
    for (int i = 1; i <= LIMIT; i++) {
      guess(session.id).statusCode(403);
    }
    guess(session.id).statusCode(429);
    for (int i = 1; i <= 3 * LIMIT; i++) {
      session.join(Map.of());
    }
    clock.advance(Duration.ofMinutes(1));
    guess(session.id).statusCode(403);
  }
}
