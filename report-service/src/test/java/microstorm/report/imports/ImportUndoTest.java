package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The undo of whole imports. */
@ReportServiceTest
class ImportUndoTest {

  private static final String FIRST =
      """
      # A log

      **Note:** We meet on Fridays.

      ### Session : 1

      **Date**: May 07, 2020 - Thursday

      **Title**: First

      **Participants**: Ana, & Ben

      #### Cooking
      - cook together in the kitchen of the second floor, every other Thursday
        - with a list of everything that people bring along
      - [ ] Ana: buy a pot

      ### Session : 2

      **Date**: May 09, 2020 - Saturday

      **Title**: Second

      * another idea
      """;

  private static final String NEW_SESSION =
      "### Session : 3\n\n**Date**: 2020-05-18\n\n**Title**: Third\n\n- idea\n\n";

  /** Text, people, layout, order and frame differ, and a session is new. */
  private static final String SECOND =
      """
      # A log of ours

      **Note:** We meet on Mondays.

      """
          + NEW_SESSION
          + """
          ### Session : 2

          **Date**: May 09, 2020 - Saturday

          **Title**: Second

          - another idea

          ### Session : 7

          **Date**: May 07, 2020 - Thursday

          **Title**: The first

          **Participants**: Ben, & Chris

          #### Cooking
          - cook together in the kitchen of the second floor, every other Thursday
          - with a list of everything that people bring along
          - [x] Ana: buy a pot
          """;

  @Inject DataSource database;
  private EditionTeam team;

  @BeforeEach
  void begin() {
    team = new EditionTeam(database);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void sameReports(Map<UUID, JsonPath> before) {
    Map<UUID, JsonPath> after = team.reports();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (session, report) ->
            assertThat(after.get(session).getMap(""))
                .usingRecursiveComparison()
                .isEqualTo(report.getMap("")));
  }

  @Test
  void theUndoLeavesExactlyTheEditionBefore() {
    team.bring(FIRST);
    assertThat(team.export()).isEqualTo(FIRST);
    Map<UUID, JsonPath> before = team.reports();
    JsonPath second = team.bring(SECOND);
    assertThat(team.export()).isEqualTo(SECOND);
    assertThat(second.getList("found.kind")).containsExactly("added", "unchanged", "matched");
    assertThat(second.getString("undoableUntil")).isNotNull();

    JsonPath undone = team.undo(second).statusCode(200).extract().jsonPath();
    team.settle();
    assertThat(team.export()).isEqualTo(FIRST);
    sameReports(before);
    assertThat(undone.getInt("removed")).isEqualTo(1);
    assertThat(undone.getInt("restored")).isEqualTo(2);
    assertThat(team.undo(second).statusCode(200).extract().jsonPath().getMap(""))
        .as("repeated")
        .isEqualTo(undone.getMap(""));
    given()
        .auth()
        .oauth2(team.token())
        .get("/api/logs/imports/{id}", second.getString("id"))
        .then()
        .statusCode(404);
    assertThat(team.bring(FIRST).getString("message")).startsWith("Nothing to do");
  }

  @Test
  void theFirstImportCanBeUndoneAndMadeAgain() {
    JsonPath first = team.bring(FIRST);
    JsonPath undone = team.undo(first).statusCode(200).extract().jsonPath();
    assertThat(undone.getInt("removed")).isEqualTo(2);
    assertThat(team.export()).doesNotContain("We meet").doesNotContain("### Session");
    team.bring(FIRST);
    assertThat(team.export()).isEqualTo(FIRST);
  }

  /** The other services have processed neither edition when it is undone. */
  @Test
  void anImportThatStillRunsCanBeUndone() {
    team.accepted(FIRST);
    JsonPath second = team.accepted(SECOND);
    team.undo(second).statusCode(200);
    team.settle();
    assertThat(team.export()).isEqualTo(FIRST);
  }

  @Test
  void aCorrectionCanBeUndone() {
    team.bring(FIRST);
    Map<UUID, JsonPath> before = team.reports();
    String corrected = FIRST.replace("**Title**: Second", "**Title**: Seconds");
    JsonPath second = team.bring(corrected);
    assertThat(second.getList("found.kind")).containsExactly("unchanged", "matched");
    team.undo(second).statusCode(200);
    team.settle();
    assertThat(team.export()).isEqualTo(FIRST);
    sameReports(before);
    assertThat(team.bring(FIRST).getList("found.kind")).containsOnly("unchanged");
  }

  @Test
  void importsAreUndoneFromTheLastOne() {
    team.bring(FIRST);
    JsonPath second = team.bring(FIRST.replace("buy a pot", "buy two pots"));
    JsonPath third = team.bring(SECOND);
    JsonPath nothing = team.bring(SECOND);
    Response refused = team.undo(second).statusCode(409).extract().response();
    assertThat(refused.<String>path("type")).endsWith("#later-import");
    assertThat(refused.<String>path("detail")).contains(third.getString("id"), "Undo it first");
    assertThat(team.undo(nothing).statusCode(409).extract().<String>path("type"))
        .endsWith("#undo-not-possible");
    team.undo(third).statusCode(200);
    team.undo(second).statusCode(200);
    team.settle();
    assertThat(team.export()).isEqualTo(FIRST);
  }

  @Test
  void afterThirtyDaysItIsRefused() throws SQLException {
    team.bring(FIRST);
    JsonPath second = team.bring(SECOND);
    String age =
        "update log_undo set accepted_at = accepted_at - interval '%s' where team_id = '%s'";
    execute(age.formatted("29 days 23 hours", team.id()));
    assertThat(team.status(second).getString("undoableUntil")).isNotNull();
    execute(age.formatted("1 hour", team.id()));
    assertThat(team.status(second).getString("undoableUntil")).isNull();
    Response refused = team.undo(second).statusCode(409).extract().response();
    assertThat(refused.<String>path("type")).endsWith("#undo-not-possible");
    assertThat(refused.<String>path("detail")).contains("can be undone until");
    assertThat(team.export()).isEqualTo(SECOND);
  }

  @Test
  void onlyOwnersUndoTheImportsOfTheirTeam() {
    JsonPath first = team.bring(FIRST);
    String path = "/api/logs/imports/" + first.getString("id") + "/undo";
    String member =
        TestIssuer.token(
            team.id(), claims -> claims.setStringListClaim("groups", List.of("member")));
    given().auth().oauth2(member).post(path).then().statusCode(403);
    given().auth().oauth2(EditionTeam.stranger()).post(path).then().statusCode(404);
    assertThat(team.export()).isEqualTo(FIRST);
  }

  @Test
  void aSessionThatWasDeletedMeanwhileDoesNotComeBack() {
    team.bring(FIRST);
    JsonPath second = team.bring(SECOND);
    UUID gone = second.getUUID("found.find { it.title == 'Second' }.sessionId");
    String deleted = "microstorm.session.deleted.v1";
    OtherServices.publishSessionEvent(
        deleted, gone, OtherServices.sessionEvent(deleted).put("teamId", team.id().toString()));
    await().until(() -> !team.revisions().containsKey(gone));
    team.undo(second).statusCode(200);
    team.settle();
    assertThat(team.export())
        .startsWith(FIRST.substring(0, FIRST.indexOf("### Session : 2")).stripTrailing())
        .doesNotContain("Second", "Third");
  }

  /** Edition 2 moved the idea to another topic, so that it has another id in edition 1. */
  @Test
  void redactedContentDoesNotComeBack() throws Exception {
    String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");
    String first =
        FIRST.replace("cook together", word).replace("- [ ] Ana: buy", "- [ ] Ana: " + word);
    team.bring(first);
    JsonPath second = team.bring(first.replace("#### Cooking", "#### Eating"));
    assertThat(WholeDatabase.tablesWith(database, word)).contains("log_replaced");
    UUID session = second.getUUID("found[0].sessionId");
    for (String idea : ideasWith(session, word)) {
      String type = "microstorm.idea.redacted.v1";
      ObjectNode event = OtherServices.ideaEvent(type).put("ideaId", idea).put("links", 0);
      OtherServices.publishIdeaEvent(type, session, event);
    }
    await().until(() -> !WholeDatabase.tablesWith(database, word).contains("report_idea"));
    await("the kept editions")
        .untilAsserted(() -> assertThat(WholeDatabase.tablesWith(database, word)).isEmpty());
    team.undo(second).statusCode(200);
    team.settle();
    assertThat(team.export())
        .doesNotContain(word)
        .contains("#### Cooking", "- An idea was removed by the facilitator.");
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
  }

  private static List<String> ideasWith(UUID session, String word) {
    List<TestEvents.Event> events = TestEvents.read("log.events", session);
    return events.get(events.size() - 1).payload().get("ideas").findParents("text").stream()
        .filter(idea -> idea.get("text").asText().contains(word))
        .map(idea -> idea.get("id").asText())
        .toList();
  }

  @Test
  void aDeletedImportAndADeletedTeamLeaveNoKeptEdition() throws Exception {
    String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");
    team.bring(FIRST.replace("cook together", word));
    JsonPath second = team.bring(FIRST);
    assertThat(WholeDatabase.tablesWith(database, word))
        .containsExactlyInAnyOrder("log_replaced", "log_import");
    given()
        .auth()
        .oauth2(team.token())
        .delete("/api/logs/imports/{id}", second.getString("id"))
        .then()
        .statusCode(200);
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();

    team.bring(FIRST.replace("A log", word));
    team.bring(FIRST);
    assertThat(WholeDatabase.tablesWith(database, word)).contains("log_undo");
    String type = "microstorm.team.deleted.v1";
    ObjectNode event = OtherServices.sessionEvent(type).put("teamId", team.id().toString());
    TestEvents.publish("session.events", UUID.randomUUID(), type, team.id(), event.toString());
    await().until(() -> WholeDatabase.tablesWith(database, word).isEmpty());
    await()
        .until(
            () ->
                WholeDatabase.tablesWith(database, team.id().toString())
                    .equals(List.of("deleted_key", "revoked_access")));
  }

  /** While another import holds the log book; an undo then works. */
  @Test
  void anUndoDoesNotWaitForAnImport() throws SQLException {
    team.bring(FIRST);
    JsonPath second = team.bring(SECOND);
    try (Connection holder = database.getConnection()) {
      holder.setAutoCommit(false);
      try (Statement lock = holder.createStatement()) {
        lock.execute("select from log_book where team_id = '%s' for update".formatted(team.id()));
      }
      assertThat(team.undo(second).statusCode(503).extract().header("Retry-After")).isNotNull();
      holder.rollback();
    }
    team.undo(second).statusCode(200);
  }
}
