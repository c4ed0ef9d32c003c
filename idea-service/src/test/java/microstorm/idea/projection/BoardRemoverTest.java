package microstorm.idea.projection;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.testing.TestEvents;
import microstorm.testing.WholeDatabase;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deleted session leaves nothing on its board, and nothing late brings it back. */
@IdeaServiceTest
class BoardRemoverTest {

  @Inject DataSource database;

  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");

  private final String kept = "Kept" + UUID.randomUUID();

  private LiveBoard board;
  private String open;
  private Person person;

  @BeforeEach
  void share() {
    board = LiveBoard.in("planned", false);
    person = board.join("participant");
    board.begin("quiet-started");
    UUID idea = board.posted(person, word + " [link](https://example.org/" + word + ")");
    board.begin("sharing-started");
    create("/topics", Map.of("title", word));
    create("/groups", Map.of("name", word, "ideaIds", List.of(idea)));
    board.begin("agreeing-started");
    String path = "/api/boards/" + board.session + "/actions/";
    String done = create("/actions", Map.of("text", word, "ideaId", idea));
    board.as(person).body(Map.of("state", "done")).patch(path + done).then().statusCode(200);
    open = create("/actions", Map.of("text", kept, "ideaId", idea, "participantId", person.id()));
  }

  private String create(String path, Map<String, ?> body) {
    return board
        .as(person)
        .body(body)
        .post("/api/boards/" + board.session + path)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void deleteTeam() {
    String type = "microstorm.team.deleted.v1";
    ObjectNode event = Contracts.tree(Contracts.sample("session-service", type)).deepCopy();
    event.put("teamId", board.team.toString());
    TestEvents.publish("session.events", UUID.randomUUID(), type, board.team, event.toString());
  }

  /** Stores the lease of somebody who has a live stream on another replica. */
  private void connect() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement lease =
            connection.prepareStatement(
                "insert into presence (participant_id, session_id, expires_at)"
                    + " values (?, ?, now() + interval '1 hour')")) {
      lease.setObject(1, UUID.randomUUID());
      lease.setObject(2, board.session);
      lease.executeUpdate();
    }
  }

  private List<String> tablesWith(String text) throws Exception {
    return WholeDatabase.tablesWith(database, text);
  }

  @Test
  void aDeletedSessionLeavesNothing() throws Exception {
    connect();
    board.as(person).post("/api/boards/{id}/stream-tickets", board.session).then().statusCode(201);
    assertThat(tablesWith(word)).contains("idea", "link", "topic", "affinity_group", "action");
    assertThat(tablesWith(board.session.toString())).contains("presence", "stream_ticket");
    board.publish("deleted", event -> event.put("teamId", board.team.toString()));
    await().until(() -> tablesWith(board.session.toString()).equals(List.of("deleted_key")));
    await().until(() -> tablesWith(word).isEmpty());
    for (Person reader : List.of(person, board.owner())) {
      board.as(reader).get("/api/boards/{id}", board.session).then().statusCode(404);
    }
    board.post(person, Map.of("text", "too late")).statusCode(404);
    assertThat(tablesWith(person.id().toString())).isEmpty();

    board.publish("planned", event -> event.put("teamId", board.team.toString()));
    LiveBoard other = new LiveBoard(board.team);
    other.plan(false);
    board.as(board.owner()).get("/api/boards/{id}", board.session).then().statusCode(404);
    assertThat(tablesWith(board.session.toString())).containsExactly("deleted_key");
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

  /** Nobody reads or writes a board between its deletion and the removal of its rows. */
  @Test
  void nothingOfADeletedBoardCanBeUsedBeforeItsRowsAreRemoved() throws Exception {
    try (Connection holder =
        holding("select pg_advisory_xact_lock(%d)".formatted(BoardRowRemover.LOCK))) {
      board.publish("deleted", event -> event.put("teamId", board.team.toString()));
      await().until(() -> tablesWith(board.session.toString()).contains("board_removal"));
      assertThat(tablesWith(word)).contains("idea", "link", "topic", "affinity_group", "action");
      for (Person reader : List.of(person, board.owner())) {
        for (String path : List.of("", "/votes", "/marks", "/results")) {
          int status = board.as(reader).get("/api/boards/" + board.session + path).statusCode();
          assertThat(status).as("%s as %s", path, reader.id()).isIn(404, 405);
        }
        board.as(reader).get("/api/boards/{id}/stream", board.session).then().statusCode(404);
        board
            .as(reader)
            .post("/api/boards/{id}/stream-tickets", board.session)
            .then()
            .statusCode(404);
      }
      board.post(person, Map.of("text", "too late")).statusCode(404);
      board
          .as(person)
          .body(Map.of("title", "too late"))
          .post("/api/boards/{id}/topics", board.session)
          .then()
          .statusCode(404);
      assertThat(actions().getList("items")).isEmpty();
      board
          .as(board.owner())
          .body(Map.of("state", "done"))
          .patch("/api/actions/" + open)
          .then()
          .statusCode(404);
      holder.rollback();
    }
    await().until(() -> tablesWith(board.session.toString()).equals(List.of("deleted_key")));
    assertThat(actions().getList("items.text")).containsExactly(kept);
  }

  /** The rows of a board can be locked or many; the events of others do not wait for them. */
  @Test
  void theRemovalOfRowsHoldsUpNoEvents() throws Exception {
    LiveBoard other = LiveBoard.in("planned", false);
    try (Connection holder =
        holding("select from idea where session_id = '%s' for update".formatted(board.session))) {
      board.publish("deleted", event -> event.put("teamId", board.team.toString()));
      await("the removal waits").until(() -> removalWaits());
      other.begin("quiet-started");
      holder.rollback();
    }
    await().until(() -> tablesWith(board.session.toString()).equals(List.of("deleted_key")));
  }

  private boolean removalWaits() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select exists (select from pg_stat_activity
                  where wait_event_type = 'Lock' and query like 'delete from idea %')
                """)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private boolean removalFailed() {
    return Rows.number(
            "select coalesce(max(failures), 0) from board_removal where session_id = ?",
            board.session)
        > 0;
  }

  /** One board whose rows cannot be removed delays no other. */
  @Test
  void aBoardThatCannotBeRemovedDelaysNoOther() throws Exception {
    LiveBoard other = LiveBoard.in("planned", false);
    Rows.execute(
        """
        create function refuse_removal() returns trigger language plpgsql as
          $$ begin raise exception 'refused by a test'; end $$;
        create trigger refuse_removal before delete on idea for each row
          when (old.session_id = '%s') execute function refuse_removal()
        """
            .formatted(board.session));
    try {
      board.publish("deleted", event -> event.put("teamId", board.team.toString()));
      await("a failure").until(() -> removalFailed());
      other.publish("deleted", event -> event.put("teamId", other.team.toString()));
      await().until(() -> tablesWith(other.session.toString()).equals(List.of("deleted_key")));
      assertThat(tablesWith(board.session.toString())).contains("idea", "board_removal");
    } finally {
      Rows.execute("drop trigger refuse_removal on idea; drop function refuse_removal()");
    }
    await().until(() -> tablesWith(board.session.toString()).equals(List.of("deleted_key")));
  }

  /** An open action belongs to the team and not to the session. */
  @Test
  void anOpenActionStaysWithTheTeam() {
    board.publish("deleted", event -> event.put("teamId", board.team.toString()));
    await()
        .until(
            () -> {
              JsonPath list = actions();
              return list.getList("items.text").equals(List.of(kept))
                  && list.getString("items[0].sessionId") == null;
            });
    assertThat(actions().getString("items[0].id")).isEqualTo(open);
    assertThat(actions().getString("items[0].ideaId")).isNull();
    assertThat(actions().getString("items[0].participantId")).isNull();
    board
        .as(board.owner())
        .body(Map.of("state", "done"))
        .patch("/api/actions/" + open)
        .then()
        .statusCode(200)
        .body("state", equalTo("done"));
    assertThat(teamEvents("team-action-changed"))
        .extracting(event -> event.payload().get("state").asText())
        .containsExactly("open", "done");
    board.as(board.owner()).delete("/api/actions/" + open).then().statusCode(204);
    assertThat(teamEvents("team-action-removed")).hasSize(1);
  }

  private JsonPath actions() {
    return board.as(board.owner()).get("/api/actions").then().statusCode(200).extract().jsonPath();
  }

  private List<TestEvents.Event> teamEvents(String type) {
    String full = "microstorm.idea." + type + ".v1";
    await(type)
        .until(
            () ->
                TestEvents.read("idea.events", board.team).stream()
                    .anyMatch(e -> e.type().equals(full)));
    return TestEvents.read("idea.events", board.team).stream()
        .filter(event -> event.type().equals(full))
        .toList();
  }

  @Test
  void aDeletedTeamLeavesNothing() throws Exception {
    LiveBoard other = LiveBoard.in("planned", false);
    Rows.execute(
        """
        insert into board (session_id, team_id, phase)
        select gen_random_uuid(), '%s', 'planned' from generate_series(0, %d)
        """
            .formatted(board.team, TeamRemover.CHUNK));
    deleteTeam();
    await()
        .until(
            () ->
                tablesWith(board.team.toString()).equals(List.of("deleted_key", "revoked_access")));
    await().until(() -> tablesWith(word).isEmpty() && tablesWith(kept).isEmpty());
    await("the refusal of its tokens")
        .until(
            () ->
                board.as(board.owner()).get("/api/boards/{id}", board.session).statusCode() == 401);
    other
        .as(other.owner())
        .get("/api/boards/{id}", other.session)
        .then()
        .statusCode(200)
        .body("phase", equalTo("planned"));
  }

  /** A new table must be added to the deletion. */
  @Test
  void theDeletionKnowsEveryTableOfABoard() throws Exception {
    assertThat(WholeDatabase.tablesWithColumn(database, "session_id"))
        .containsExactlyInAnyOrderElementsOf(BoardRowRemover.TABLES);
    assertThat(BoardRowRemover.TABLES)
        .containsAll(WholeDatabase.tablesReferringTo(database, "idea"));
    assertThat(WholeDatabase.tablesReferringTo(database, "topic"))
        .as("added_topic goes with its topic")
        .containsExactlyInAnyOrder("added_topic", "idea", "topic");
  }
}
