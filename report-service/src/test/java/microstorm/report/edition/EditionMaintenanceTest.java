package microstorm.report.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.ReportServiceTest;
import microstorm.report.imports.EditionTeam;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.Test;

/** Kept editions that nobody needs are deleted. */
@ReportServiceTest
class EditionMaintenanceTest {

  @Inject DataSource database;
  @Inject EditionMaintenance maintenance;

  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");
  private final String first =
      "### Session : 1\n\n**Date**: 2020-05-07\n\n**Title**: A title\n\n- %s\n".formatted(word);

  private void execute(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.formatted(values));
    }
  }

  @Test
  void anExpiredEditionIsDeletedAndAnotherOneIsKept() throws SQLException {
    EditionTeam team = new EditionTeam(database);
    team.bring(first);
    JsonPath second = team.bring(first.replace(word, "other words"));
    maintenance.clean();
    assertThat(WholeDatabase.tablesWith(database, word)).contains("log_replaced");
    execute(
        "update log_undo set accepted_at = accepted_at - interval '30 days' where import_id = '%s'",
        second.getString("id"));
    maintenance.clean();
    assertThat(WholeDatabase.tablesWith(database, word)).containsExactly("log_import");
  }

  /** Without it, an import that runs could not be undone. */
  @Test
  void theCurrentEditionIsKeptUntilItsReportIsComplete() throws SQLException {
    EditionTeam team = new EditionTeam(database);
    team.accepted(first);
    maintenance.clean();
    assertThat(WholeDatabase.tablesWith(database, word)).contains("log_edition");
    team.settle();
    maintenance.clean();
    assertThat(WholeDatabase.tablesWith(database, word)).doesNotContain("log_edition");
  }

  @Test
  void whatThePreviousVersionLeavesIsDeleted() throws SQLException {
    EditionTeam team = new EditionTeam(database);
    team.bring(first);
    JsonPath second = team.bring(first.replace(word, "other words"));
    execute("delete from log_import_session where import_id = '%s'", second.getString("id"));
    execute("delete from log_import where id = '%s'", second.getString("id"));
    maintenance.clean();
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
  }

  /** The size of a team is 64 MB; the test makes the oldest import as large. */
  @Test
  void theOldestImportsCannotBeUndoneIfTheTeamKeepsTooMuch() throws SQLException {
    EditionTeam team = new EditionTeam(database);
    JsonPath oldest = team.bring(first);
    JsonPath second = team.bring(first.replace(word, "other words"));
    execute(
        "update log_undo set bytes = 64 * 1024 * 1024 where import_id = '%s'",
        second.getString("id"));
    JsonPath third = team.bring(first.replace(word, "no words"));
    assertThat(team.undo(oldest).statusCode(409).extract().<String>path("type"))
        .endsWith("#undo-not-possible");
    team.undo(third).statusCode(200);
    assertThat(team.undo(second).statusCode(409).extract().<String>path("type"))
        .endsWith("#undo-not-possible");
  }
}
