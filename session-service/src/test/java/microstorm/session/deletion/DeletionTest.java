package microstorm.session.deletion;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.WholeDatabase;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The deletion of sessions and teams. */
@SessionServiceTest
class DeletionTest {

  @Inject DataSource database;

  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");

  private UUID team;
  private String slug;
  private String ownerKey;
  private String owner;
  private UUID session;
  private String joinCode;
  private String participant;

  @BeforeEach
  void plan() {
    JsonPath created = post("/api/teams", Map.of("name", "Team of " + word));
    team = created.getUUID("id");
    slug = created.getString("slug");
    ownerKey = created.getString("ownerKey");
    owner = post(tokens(), Map.of("ownerKey", ownerKey)).getString("token");
    JsonPath planned =
        LiveTeam.as(owner)
            .body(
                Map.of(
                    "title", word,
                    "problem", "Why " + word + "?",
                    "criteria", List.of("Not " + word),
                    "cards", List.of("Think of " + word),
                    "topics", List.of("Topic " + word),
                    "breaks", List.of(Map.of("afterMinutes", 20, "minutes", 5))))
            .post("/api/sessions")
            .jsonPath();
    session = planned.getUUID("id");
    joinCode = planned.getString("joinCode");
    participant = join("Person " + word);
  }

  private String tokens() {
    return "/api/teams/" + slug + "/tokens";
  }

  private static JsonPath post(String path, Map<String, ?> body) {
    return given().contentType("application/json").body(body).post(path).jsonPath();
  }

  private String join(String name) {
    return post(
            "/api/sessions/" + session + "/participants",
            Map.of("name", name, "joinCode", joinCode))
        .getString("token");
  }

  private ValidatableResponse delete(String token) {
    return LiveTeam.as(token).delete("/api/sessions/{id}", session).then();
  }

  private ValidatableResponse deleteTeam(String token, Map<String, ?> proof) {
    return LiveTeam.as(token).body(proof).post("/api/teams/{slug}/deletion", slug).then();
  }

  private void enter(String phase) {
    LiveTeam.as(owner)
        .body(Map.of("to", phase))
        .post("/api/sessions/{id}/phase", session)
        .then()
        .statusCode(200);
  }

  private String member() {
    String key =
        LiveTeam.as(owner)
            .body(Map.of("name", "Member", "role", "member"))
            .post("/api/teams/{slug}/keys", slug)
            .path("key");
    return post(tokens(), Map.of("memberKey", key)).getString("token");
  }

  @Test
  void nothingOfADeletedSessionRemainsButItsId() throws Exception {
    enter("lobby");
    enter("quiet");
    LiveTeam.as(participant)
        .body(Map.of("deck", "own"))
        .post("/api/sessions/{id}/cards", session)
        .then()
        .statusCode(200);
    given()
        .contentType("application/json")
        .body(Map.of("joinCode", joinCode))
        .post("/api/sessions/{id}/screens", session)
        .then()
        .statusCode(201);
    enter("cancelled");
    assertThat(WholeDatabase.tablesWith(database, word))
        .contains("session", "participant", "criterion");
    assertThat(WholeDatabase.tablesWith(database, session.toString()))
        .contains("phase_record", "planned_break", "screen");

    JsonPath deleted =
        delete(owner)
            .statusCode(200)
            .body("sessionId", equalTo(session.toString()))
            .body("participants", equalTo(1))
            .extract()
            .jsonPath();
    delete(owner).statusCode(200).body("deletedAt", equalTo(deleted.getString("deletedAt")));

    await().until(() -> WholeDatabase.tablesWith(database, word).equals(List.of("team")));
    await()
        .until(
            () ->
                WholeDatabase.tablesWith(database, session.toString())
                    .equals(List.of("deleted_key", "deleted_session")));
    LiveTeam.as(owner).get("/api/sessions/{id}", session).then().statusCode(404);
    LiveTeam.as(participant).get("/api/sessions/{id}", session).then().statusCode(404);
    LiveTeam.as(owner)
        .get("/api/sessions?phase=planned,cancelled")
        .then()
        .body("items.id", not(hasItem(session.toString())));
    await().until(() -> types(session).contains("microstorm.session.deleted.v1"));
  }

  @Test
  void aSessionUnderWayAndOneOfAnotherTeamAreNotDeleted() {
    delete(participant).statusCode(403);
    delete(member()).statusCode(403);
    delete(new LiveTeam("Others").token).statusCode(404);
    enter("lobby");
    delete(owner).statusCode(409).body("type", endsWith("session-running"));
    enter("quiet");
    delete(owner).statusCode(409);
    LiveTeam.as(owner).get("/api/sessions/{id}", session).then().statusCode(200);
  }

  @Test
  void aDeletedTeamLeavesNothingAndItsTokensEnd() throws Exception {
    enter("lobby");
    LiveTeam others = new LiveTeam("Others");
    others.plan(Map.of("title", "Stays"));
    String member = member();
    LiveTeam.as(owner)
        .body(Map.of("name", "Template " + word))
        .post("/api/teams/{slug}/templates", slug)
        .then()
        .statusCode(201);

    deleteTeam(member, Map.of("ownerKey", ownerKey)).statusCode(403);
    deleteTeam(owner, Map.of()).statusCode(400).body("type", endsWith("owner-key-missing"));
    deleteTeam(owner, Map.of("ownerKey", "A".repeat(43)))
        .statusCode(401)
        .body("type", endsWith("owner-key-wrong"));
    deleteTeam(owner, Map.of("memberKey", ownerKey)).statusCode(400);
    deleteTeam(others.token, Map.of("ownerKey", ownerKey)).statusCode(404);
    LiveTeam.as(owner).get("/api/sessions/{id}", session).then().statusCode(200);

    deleteTeam(owner, Map.of("ownerKey", ownerKey))
        .statusCode(200)
        .body("sessions", equalTo(1))
        .body("participants", equalTo(1))
        .body("templates", equalTo(1))
        .body("keys", equalTo(2));
    for (String token : List.of(owner, member)) {
      LiveTeam.as(token)
          .get("/api/sessions")
          .then()
          .statusCode(401)
          .body("type", endsWith("token-invalid"));
    }
    LiveTeam.as(owner).body(Map.of("title", "x")).post("/api/sessions").then().statusCode(401);
    given()
        .contentType("application/json")
        .body(Map.of("ownerKey", ownerKey))
        .post(tokens())
        .then()
        .statusCode(401);
    LiveTeam.as(participant).get("/api/sessions/{id}", session).then().statusCode(404);
    await().until(() -> WholeDatabase.tablesWith(database, word).isEmpty());
    await()
        .until(
            () ->
                WholeDatabase.tablesWith(database, team.toString())
                    .equals(List.of("deleted_key", "revoked_access")));
    LiveTeam.as(others.token).get("/api/sessions").then().body("items.title", hasItem("Stays"));
    await().until(() -> types(team).contains("microstorm.team.deleted.v1"));
    await().until(() -> types(session).contains("microstorm.session.deleted.v1"));
  }

  /** A connection whose transaction holds a lock until it is closed. */
  private Connection holding(String statement) throws SQLException {
    Connection holder = database.getConnection();
    holder.setAutoCommit(false);
    try (Statement lock = holder.createStatement()) {
      lock.execute(statement);
    }
    return holder;
  }

  /** Nobody reads, joins or moves a session between the answer and the removal of its rows. */
  @Test
  void nothingOfADeletedTeamCanBeUsedBeforeItsRowsAreRemoved() throws Exception {
    enter("lobby");
    try (Connection holder =
        holding("select pg_advisory_xact_lock(%d)".formatted(TeamRemover.LOCK))) {
      deleteTeam(owner, Map.of("ownerKey", ownerKey)).statusCode(200);
      assertThat(WholeDatabase.tablesWith(database, word)).contains("session", "participant");
      LiveTeam.as(participant).get("/api/sessions/{id}", session).then().statusCode(404);
      LiveTeam.as(participant)
          .body(Map.of("ready", true))
          .post("/api/sessions/{id}/ready", session)
          .then()
          .statusCode(404);
      given()
          .contentType("application/json")
          .body(Map.of("name", "Late", "joinCode", joinCode))
          .post("/api/sessions/{id}/participants", session)
          .then()
          .statusCode(403);
      given()
          .contentType("application/json")
          .body(Map.of("joinCode", joinCode))
          .post("/api/sessions/{id}/screens", session)
          .then()
          .statusCode(403);
      JsonPath namesake = post("/api/teams", Map.of("name", "Team of " + word));
      assertThat(namesake.getString("slug")).as("the slug is free").isEqualTo(slug);
      deleteTeam(owner, Map.of("ownerKey", ownerKey)).statusCode(401);
      holder.rollback();
      slug = namesake.getString("slug");
    }
    await()
        .until(
            () ->
                WholeDatabase.tablesWith(database, session.toString())
                    .equals(List.of("deleted_key")));
    await().until(() -> types(session).contains("microstorm.session.deleted.v1"));
  }

  /** One transaction for all sessions would wait for the locked one, and all teams for it. */
  @Test
  void aLargeTeamIsRemovedInStepsThatHoldNobodyUp() throws Exception {
    int sessions = 10 * TeamRemover.CHUNK;
    execute(
        """
        insert into session (id, team_id, title, phase, created_at, updated_at)
        select gen_random_uuid(), '%s', '%s', 'closed', now(), now() from generate_series(1, %d)
        """
            .formatted(team, word, sessions));
    LiveTeam others = new LiveTeam("Others");
    try (Connection holder =
        holding("select from session where id = '%s' for update".formatted(session))) {
      deleteTeam(owner, Map.of("ownerKey", ownerKey))
          .statusCode(200)
          .body("sessions", equalTo(sessions + 1));
      await("all but the locked one").until(() -> sessionsLeft() == 1);
      UUID parsed = UUID.randomUUID();
      publishParsed(parsed, others.id);
      await("the inbox applies events")
          .until(
              () ->
                  LiveTeam.as(others.token).get("/api/sessions/{id}", parsed).statusCode() == 200);
      others.plan(Map.of("title", "Goes on"));
      holder.rollback();
    }
    await()
        .until(
            () ->
                WholeDatabase.tablesWith(database, team.toString())
                    .equals(List.of("deleted_key", "revoked_access")));
  }

  private static void publishParsed(UUID session, UUID team) {
    String type = "microstorm.log.session-parsed.v1";
    ObjectNode event = Contracts.tree(Contracts.sample("report-service", type)).deepCopy();
    event.put("sessionId", session.toString()).put("teamId", team.toString());
    event.withArray("participants").removeAll();
    TestEvents.publish("log.events", UUID.randomUUID(), type, session, event.toString());
  }

  private int sessionsLeft() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement count = connection.createStatement();
        ResultSet row =
            count.executeQuery(
                "select count(*) from session where team_id = '%s'".formatted(team))) {
      row.next();
      return row.getInt(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement update = connection.createStatement()) {
      update.execute(statement);
    }
  }

  /** A new table must be added to the deletion. */
  @Test
  void theDeletionKnowsEveryTableOfASession() throws Exception {
    List<String> known = new ArrayList<>(SessionRemover.TABLES);
    known.add("deleted_session");
    assertThat(WholeDatabase.tablesWithColumn(database, "session_id"))
        .containsExactlyInAnyOrderElementsOf(known);
    assertThat(SessionRemover.TABLES)
        .containsAll(WholeDatabase.tablesReferringTo(database, "session"));
    assertThat(WholeDatabase.tablesReferringTo(database, "participant"))
        .containsExactly("card_draw");
    List<String> ofTeam = new ArrayList<>(TeamDeletionService.TABLES);
    ofTeam.addAll(List.of("session", "deleted_session", "team_removal"));
    assertThat(WholeDatabase.tablesWithColumn(database, "team_id"))
        .containsExactlyInAnyOrderElementsOf(ofTeam);
  }

  private static List<String> types(UUID key) {
    return TestEvents.read("session.events", key).stream().map(TestEvents.Event::type).toList();
  }
}
