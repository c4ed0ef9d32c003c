package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import microstorm.report.ReportServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check says what an import would do, and stores nothing. */
@ReportServiceTest
class LogCheckTest {

  @Inject DataSource database;
  private EditionTeam team;

  @BeforeEach
  void begin() {
    await("the removals of other tests").until(this::nothingIsBeingRemoved);
    team = new EditionTeam(database);
  }

  private boolean nothingIsBeingRemoved() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      return !statement.executeQuery("select from report_removal limit 1").next();
    }
  }

  /** How often each row was inserted, changed and deleted, by table. */
  private Map<String, Long> writes() throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery(
              "select relname from pg_stat_user_tables where relname like 'log%'"
                  + " or relname in ('outbox', 'deleted_import')")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet row =
            statement.executeQuery(
                "select count(*), coalesce(max(xmin::text::bigint), 0) from " + table)) {
          row.next();
          rows.put(table, row.getLong(1));
          rows.put(table + " newest", row.getLong(2));
        }
      }
    }
    return rows;
  }

  private void checkedAsImported(String log) throws SQLException {
    Map<String, Long> before = writes();
    JsonPath check = team.check(log);
    assertThat(writes()).isEqualTo(before);
    JsonPath status = team.bring(log);
    for (String count : List.of("added", "changed", "unchanged", "held", "absent")) {
      assertThat(check.getInt("sessions." + count)).isEqualTo(status.getInt("sessions." + count));
    }
    for (String list : List.of("found", "changes", "warnings")) {
      assertThat(check.getList(list)).as(list).isEqualTo(status.getList(list));
    }
    assertThat(check.getInt("ideas")).isEqualTo(status.getInt("ideas.parsed"));
    assertThat(check.getString("refusal")).isNull();
    assertThat(writes()).as("control: the import").isNotEqualTo(before);
  }

  @Test
  void theImportDoesWhatTheCheckSays() throws SQLException {
    checkedAsImported(ImportingTeam.TWO_SESSIONS);
    String next = ImportingTeam.TWO_SESSIONS.replace("- an idea\n", "- an idea\n- one more\n");
    checkedAsImported(next.replace("Thursday", "Monday"));
    checkedAsImported(next.replace("**Title**: Second", "**Title**: Seconds"));
    checkedAsImported(next + "\n### Session : 3\n\n- idea\n");
  }

  @Test
  void aRefusedLogIsExplained() throws SQLException {
    Map<String, Long> before = writes();
    JsonPath check = team.check("# Shopping\n\n- milk\n");
    assertThat(check.getString("refusal.type")).endsWith("#no-session");
    assertThat(check.getString("refusal.detail")).contains("### Session : 1");
    assertThat(check.getList("found")).isEmpty();
    JsonPath line = team.check("### Session : 1\n\n**Title**: " + "x".repeat(501) + "\n");
    assertThat(line.getString("refusal.type")).endsWith("#title-too-long");
    assertThat(line.getInt("refusal.line")).isEqualTo(3);
    assertThat(writes()).isEqualTo(before);
  }

  @Test
  void otherRequestsAreRefusedAsForAnImport() {
    given()
        .contentType("text/markdown")
        .body(ImportingTeam.TWO_SESSIONS)
        .post("/api/logs/checks")
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(team.token())
        .contentType("application/octet-stream")
        .body(new byte[] {1})
        .post("/api/logs/checks")
        .then()
        .statusCode(415);
    given()
        .auth()
        .oauth2(team.token())
        .contentType("text/markdown")
        .body(new byte[5 * 1024 * 1024 + 1])
        .post("/api/logs/checks")
        .then()
        .statusCode(413);
    given()
        .auth()
        .oauth2(team.token())
        .contentType("text/markdown")
        .post("/api/logs/checks")
        .then()
        .statusCode(422)
        .body("type", endsWith("#no-session"));
  }

  @Test
  void wrongCharactersAreRepairedOnRequest() {
    String log = ImportingTeam.TWO_SESSIONS.replace("an idea", "your servicesâ€™ idea");
    assertThat(team.check(log).getList("warnings.code")).contains("mojibake");
    JsonPath repaired =
        given()
            .auth()
            .oauth2(team.token())
            .contentType("text/markdown; charset=utf-8")
            .body(log)
            .post("/api/logs/checks?repair=true")
            .jsonPath();
    assertThat(repaired.getBoolean("repaired")).isTrue();
    assertThat(repaired.getList("warnings.code")).doesNotContain("mojibake");
  }
}
