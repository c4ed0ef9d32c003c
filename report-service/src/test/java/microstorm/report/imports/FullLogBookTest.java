package microstorm.report.imports;

import static org.hamcrest.Matchers.endsWith;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Ids of deleted sessions stay, so that they do not return; a team cannot add them without end. */
@ReportServiceTest
class FullLogBookTest {

  private static final int MOST = 50_000;

  @Inject Jdbi database;

  private final UUID team = UUID.randomUUID();

  private ValidatableResponse post(String path, int number) {
    return RestAssured.given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .contentType("text/markdown")
        .body("### Session : " + number + "\n- an idea\n")
        .post(path)
        .then();
  }

  private void delete(int sessions) {
    database.useHandle(
        handle ->
            handle.execute(
                "insert into deleted_session (session_id, team_id)"
                    + " select gen_random_uuid(), ?::uuid from generate_series(1, ?)",
                team,
                sessions));
  }

  /** The control: the last session that fits is taken, and so is a log without a new one. */
  @Test
  void aFullLogBookTakesNoFurtherSession() {
    delete(MOST - 1);
    post("/api/logs", 1).statusCode(202);
    post("/api/logs", 1).statusCode(202);
    post("/api/logs/checks", 2).statusCode(409).body("type", endsWith("#log-book-full"));
    post("/api/logs", 2).statusCode(409).body("type", endsWith("#log-book-full"));
  }
}
