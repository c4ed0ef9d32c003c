package microstorm.report.deletion;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.Test;

/** Deleted sessions, imports and teams leave nothing in the reports and the log book. */
@ReportServiceTest
class ReportRemoverTest {

  private static final String DELETED = "microstorm.session.deleted.v1";

  @Inject DataSource database;

  private static final String LINK = "microstorm.idea.link-added.v1";

  private final UUID team = UUID.randomUUID();
  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");

  private String session(String date, String title) {
    return """
    ### Session : 1

    **Date**: %s

    **Title**: %s

    **Participants**: Ana%s

    **Problem**: Why %s?

    #### Topic %s

    - An idea about %s with a [link](https://example.org/%s)

    """
        .formatted(date, title, word, word, word, word, word);
  }

  private JsonPath imported(String log) {
    JsonPath status =
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(team))
            .contentType("text/markdown")
            .body(log.getBytes(StandardCharsets.UTF_8))
            .post("/api/logs")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath();
    List<UUID> sessions = status.getList("changes.sessionId", UUID.class);
    for (UUID session : sessions) {
      await().until(() -> !parsed(session).isEmpty());
      List<TestEvents.Event> events = parsed(session);
      OtherServices.takeIn(events.get(events.size() - 1));
    }
    await().until(() -> reports().containsAll(sessions));
    return status;
  }

  private static List<TestEvents.Event> parsed(UUID session) {
    return TestEvents.read("log.events", session).stream()
        .filter(event -> event.type().equals("microstorm.log.session-parsed.v1"))
        .toList();
  }

  private List<UUID> reports() {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .get("/api/reports")
        .jsonPath()
        .getList("items.sessionId", UUID.class);
  }

  private ValidatableResponse deleteImport(String id) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .delete("/api/logs/imports/{id}", id)
        .then();
  }

  private void delete(UUID session) {
    OtherServices.publishSessionEvent(
        DELETED, session, OtherServices.sessionEvent(DELETED).put("teamId", team.toString()));
  }

  private List<String> tablesWith(Object text) throws Exception {
    return WholeDatabase.tablesWith(database, text.toString());
  }

  @Test
  void anImportIsCompleteWithoutTheSessionsThatWereDeleted() throws Exception {
    String log = session("2020-05-09", word) + session("2020-05-10", word + " again");
    JsonPath status = imported(log);
    delete(status.getList("changes.sessionId", UUID.class).get(0));
    await()
        .untilAsserted(
            () ->
                given()
                    .auth()
                    .oauth2(TestIssuer.ownerOf(team))
                    .get("/api/logs/imports/{id}", status.getString("id"))
                    .then()
                    .body("state", equalTo("complete"))
                    .body("message", endsWith("One of them was deleted later."))
                    .body("sessions.complete", equalTo(1)));
  }

  @Test
  void aDeletedSessionOfALogLeavesNothing() throws Exception {
    UUID session =
        imported(session("2020-05-09", word)).getList("changes.sessionId", UUID.class).get(0);
    OtherServices.publishIdeaEvent(
        LINK, session, OtherServices.ideaEvent(LINK).put("url", "https://example.org/" + word));
    await().until(() -> tablesWith(word).contains("report_link"));
    assertThat(tablesWith(word))
        .contains("report", "report_idea", "report_topic", "report_link", "report_participant")
        .contains("log_import");
    delete(session);
    await().until(() -> tablesWith(session).equals(List.of("deleted_key", "deleted_session")));
    await().until(() -> tablesWith(word).isEmpty());

    String late = "microstorm.idea.shared.v1";
    OtherServices.publishIdeaEvent(late, session, OtherServices.ideaEvent(late));
    UUID other =
        imported(session("2020-05-10", "Later")).getList("changes.sessionId", UUID.class).get(0);
    assertThat(reports()).containsExactly(other);
    assertThat(tablesWith(session)).containsExactly("deleted_key", "deleted_session");
  }

  @Test
  void aDeletedImportTakesItsSessionsBackAndCanBeRepeated() throws Exception {
    String first = session("2020-05-09", "First");
    imported(first);
    JsonPath second = imported(first + session("2020-05-10", "Second " + word));
    UUID brought = second.getList("changes.sessionId", UUID.class).get(0);
    assertThat(reports()).hasSize(2);

    JsonPath deleted = deleteImport(second.getString("id")).statusCode(200).extract().jsonPath();
    assertThat(deleted.getInt("sessions")).isEqualTo(1);
    assertThat(deleted.getInt("ideas")).isEqualTo(1);
    assertThat(deleted.getInt("kept")).isEqualTo(1);
    assertThat(reports()).hasSize(1).doesNotContain(brought);
    assertThat(deleteImport(second.getString("id")).statusCode(200).extract().jsonPath().getMap(""))
        .as("repeated")
        .isEqualTo(deleted.getMap(""));
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .get("/api/logs/imports/{id}", second.getString("id"))
        .then()
        .statusCode(404);
    await()
        .until(
            () ->
                TestEvents.read("log.events", brought).stream()
                    .anyMatch(event -> event.type().equals("microstorm.log.session-deleted.v1")));
    await().until(() -> tablesWith("Second " + word).isEmpty());

    JsonPath again = imported(first + session("2020-05-10", "Second " + word));
    UUID anew = again.getList("changes.sessionId", UUID.class).get(0);
    assertThat(anew).isNotEqualTo(brought);
    assertThat(reports()).hasSize(2).contains(anew);
    assertThat(imported(first + session("2020-05-10", "Second " + word)).getInt("sessions.added"))
        .as("the new id is found again")
        .isZero();
  }

  /** A connection whose transaction holds the log book, as an import does. */
  private Connection importing() throws SQLException {
    Connection holder = database.getConnection();
    holder.setAutoCommit(false);
    execute(holder, "select from log_book where team_id = '%s' for update".formatted(team));
    return holder;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The import has checked already that nothing of its log was deleted. */
  @Test
  void anImportThatRunsDuringADeletionBringsNothingBack() throws Exception {
    UUID session =
        imported(session("2020-05-09", word)).getList("changes.sessionId", UUID.class).get(0);
    try (Connection holder = importing()) {
      delete(session);
      await("the session is gone at once").until(() -> reports().isEmpty());
      assertThat(tablesWith(session)).contains("report_removal", "log_session");
      execute(
          holder,
          """
          insert into log_layout (session_id, revision, layout) values ('%s', 2, '%s')
          """
              .formatted(session, word));
      holder.commit();
    }
    await().until(() -> tablesWith(session).equals(List.of("deleted_key", "deleted_session")));
    await().until(() -> tablesWith(word).isEmpty());
  }

  /** Otherwise all teams would wait for the import of one. */
  @Test
  void aDeletionDuringAnImportHoldsUpNoEvents() throws Exception {
    UUID session =
        imported(session("2020-05-09", word)).getList("changes.sessionId", UUID.class).get(0);
    UUID other = UUID.randomUUID();
    try (Connection holder = importing()) {
      delete(session);
      await().until(() -> tablesWith(session).contains("report_removal"));
      String planned = "microstorm.session.planned.v1";
      OtherServices.publishSessionEvent(
          planned, other, OtherServices.sessionEvent(planned).put("teamId", team.toString()));
      await("an event of another session").until(() -> tablesWith(other).contains("report"));
      holder.rollback();
    }
    await().until(() -> tablesWith(session).equals(List.of("deleted_key", "deleted_session")));
  }

  /** Nobody reads a session between its deletion and the removal of its rows. */
  @Test
  void nothingOfADeletedSessionIsReadBeforeItsRowsAreRemoved() throws Exception {
    String log = "# Log\n\n" + session("2020-05-09", word);
    UUID session = imported(log).getList("changes.sessionId", UUID.class).get(0);
    String owner = TestIssuer.ownerOf(team);
    await().until(() -> tablesWith(word).contains("report_idea"));
    try (Connection holder = database.getConnection()) {
      holder.setAutoCommit(false);
      execute(holder, "select pg_advisory_xact_lock(%d)".formatted(ReportRowRemover.LOCK));
      delete(session);
      await().until(() -> tablesWith(session).contains("report_removal"));
      assertThat(tablesWith(word)).contains("report_idea", "report_participant", "log_edition");
      given().auth().oauth2(owner).get("/api/reports/{id}", session).then().statusCode(404);
      assertThat(reports()).isEmpty();
      for (String path : List.of("/api/logs", "/api/search?q=" + word, "/api/links")) {
        assertThat(given().auth().oauth2(owner).get(path).asString())
            .as(path)
            .doesNotContain("idea about " + word);
      }
      assertThat(imported(log).getInt("sessions.added")).as("as a new session").isEqualTo(1);
      assertThat(reports()).hasSize(1).doesNotContain(session);
      holder.rollback();
    }
    await().until(() -> tablesWith(session).equals(List.of("deleted_key", "deleted_session")));
    assertThat(reports()).hasSize(1);
  }

  /** The request would wait for the other one. */
  @Test
  void anImportIsNotDeletedWhileAnotherOneRuns() throws Exception {
    String id = imported(session("2020-05-09", word)).getString("id");
    try (Connection holder = importing()) {
      assertThat(deleteImport(id).statusCode(503).extract().header("Retry-After")).isNotNull();
      holder.rollback();
    }
    deleteImport(id).statusCode(200);
  }

  @Test
  void onlyOwnersDeleteTheImportsOfTheirTeam() {
    String id = imported(session("2020-05-09", "Mine")).getString("id");
    String member =
        TestIssuer.token(team, claims -> claims.setStringListClaim("groups", List.of("member")));
    given().auth().oauth2(member).delete("/api/logs/imports/{id}", id).then().statusCode(403);
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(UUID.randomUUID()))
        .delete("/api/logs/imports/{id}", id)
        .then()
        .statusCode(404);
    assertThat(reports()).hasSize(1);
  }

  @Test
  void aDeletedTeamLeavesNothing() throws Exception {
    String created = "microstorm.team.created.v1";
    publish(created, OtherServices.sessionEvent(created).put("name", word));
    imported("# Log of " + word + "\n\n" + session("2020-05-09", word));
    String type = "microstorm.team.deleted.v1";
    publish(type, OtherServices.sessionEvent(type));
    await().until(() -> tablesWith(word).isEmpty());
    await().until(() -> tablesWith(team).equals(List.of("deleted_key", "revoked_access")));
    String owner = TestIssuer.ownerOf(team);
    await("the refusal of its tokens")
        .until(() -> given().auth().oauth2(owner).get("/api/reports").statusCode() == 401);
  }

  private void publish(String type, ObjectNode event) {
    event.put("teamId", team.toString());
    TestEvents.publish("session.events", UUID.randomUUID(), type, team, event.toString());
  }

  @Test
  void theListHidesSessionsThatWereNotHeldUnlessAsked() {
    UUID session = UUID.randomUUID();
    String planned = "microstorm.session.planned.v1";
    OtherServices.publishSessionEvent(
        planned, session, OtherServices.sessionEvent(planned).put("teamId", team.toString()));
    await()
        .until(
            () ->
                given()
                    .auth()
                    .oauth2(TestIssuer.ownerOf(team))
                    .get("/api/reports?phase=planned,lobby")
                    .jsonPath()
                    .getList("items.sessionId", UUID.class)
                    .equals(List.of(session)));
    assertThat(reports()).isEmpty();
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .get("/api/reports?phase=unknown")
        .then()
        .statusCode(400);
  }

  /** A new table must be added to the deletion. */
  @Test
  void theDeletionKnowsEveryTable() throws Exception {
    List<String> known = new ArrayList<>(ReportRowRemover.TABLES);
    known.add("deleted_session");
    assertThat(WholeDatabase.tablesWithColumn(database, "session_id"))
        .containsExactlyInAnyOrderElementsOf(known);
    List<String> ofTeam = new ArrayList<>(TeamRemover.TEAM_TABLES);
    ofTeam.addAll(List.of("report", "log_session"));
    assertThat(WholeDatabase.tablesWithColumn(database, "team_id"))
        .containsExactlyInAnyOrderElementsOf(ofTeam);
  }
}
