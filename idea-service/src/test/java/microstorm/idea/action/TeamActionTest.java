package microstorm.idea.action;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Actions belong to the team: one record, which later sessions show and people change. */
@IdeaServiceTest
class TeamActionTest {

  private static final String IN_SESSION = "/api/boards/{session}/actions/{id}";

  @Inject DataSource database;

  private LiveBoard first;
  private Person assignee;
  private String open;
  private String done;

  @BeforeEach
  void holdASession() {
    first = LiveBoard.in("agreeing-started", false);
    assignee = first.join("participant");
    open = agree(first, Map.of("text", "Still to do", "participantId", assignee.id()));
    done = agree(first, Map.of("text", "Done"));
    change(first, first.owner(), done, Map.of("state", "done")).statusCode(200);
    first.publish("closing", event -> event.put("startedAt", "2026-01-02T03:04:05Z"));
    await("the seal").until(() -> first.view(first.owner()).getString("phase").equals("closing"));
    first.begin("closed");
  }

  private static String agree(LiveBoard board, Map<String, ?> action) {
    return board
        .as(board.owner())
        .body(action)
        .post("/api/boards/{session}/actions", board.session)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse change(
      LiveBoard board, Person person, String id, Map<String, ?> change) {
    return board.as(person).body(change).patch(IN_SESSION, board.session, id).then();
  }

  private static ValidatableResponse changeAnywhere(
      LiveBoard board, Person person, String id, Map<String, ?> change) {
    return board.as(person).body(change).patch("/api/actions/{id}", id).then();
  }

  private LiveBoard next(String event) {
    LiveBoard next = new LiveBoard(first.team);
    next.plan(false);
    next.begin(event);
    return next;
  }

  private JsonPath list(String query) {
    return first
        .as(first.owner())
        .get("/api/actions" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void theNextSessionShowsTheRecordItself() {
    LiveBoard next = next("lobby-opened");
    JsonPath board = next.view(next.join("observer"));
    assertThat(board.getList("actions")).isEmpty();
    assertThat(board.getList("teamActions.open.id")).containsExactly(open);
    assertThat(board.getString("teamActions.open[0].sessionId"))
        .isEqualTo(first.session.toString());
    change(next, next.owner(), open, Map.of("state", "done")).statusCode(200);
    board = next.view(next.owner());
    assertThat(board.getList("teamActions.open")).isEmpty();
    assertThat(board.getList("teamActions.finished.id")).contains(open);
    assertThat(first.view(first.owner()).getList("actions.state")).containsExactly("done", "done");
    assertThat(list("?state=done").getString("items[0].finishedIn"))
        .isEqualTo(next.session.toString());
    assertThat(next.events()).extracting(e -> e.type()).noneMatch(t -> t.contains("action-"));
  }

  /** The session before ended at 03:04 of that day, and both actions were finished later. */
  @Test
  void aSessionShowsWhatWasDoneSinceTheLastOne() {
    changeAnywhere(first, first.owner(), open, Map.of("state", "dropped"))
        .body("finishedIn", nullValue());
    assertThat(next("lobby-opened").view(first.owner()).getList("teamActions.finished.id"))
        .containsExactly(open, done);
    LiveBoard recent = new LiveBoard(first.team);
    recent.plan(false);
    recent.publish("closing", event -> event.put("startedAt", "2999-01-01T00:00:00Z"));
    recent.begin("closed");
    assertThat(next("lobby-opened").view(first.owner()).getList("teamActions.finished")).isEmpty();
  }

  /** Stores open actions of deleted sessions. */
  private void keep(int actions, String owner) {
    Rows.execute(
        """
        insert into action (id, team_id, position, text, owner, state, seq)
        select gen_random_uuid(), '%s', n, 'Kept', '%s', 'open', n from generate_series(1, %d) n
        """
            .formatted(first.team, owner, actions));
  }

  private ValidatableResponse agreeIn(LiveBoard board) {
    return board
        .as(board.owner())
        .body(Map.of("text", "One more"))
        .post("/api/boards/{session}/actions", board.session)
        .then();
  }

  /** Otherwise sessions that are held and deleted again and again would leave rows without end. */
  @Test
  void aTeamHasALimitOfActionsThatLast() {
    keep(4_998, "Zoe");
    LiveBoard next = next("agreeing-started");
    agreeIn(next).statusCode(201);
    agreeIn(next).statusCode(409).body("type", endsWith("board-full"));
    changeAnywhere(first, first.owner(), done, Map.of("state", "open"))
        .statusCode(409)
        .body("type", endsWith("board-full"));
    LiveBoard others = LiveBoard.in("agreeing-started", false);
    agreeIn(others).statusCode(201);

    String kept = list("?person=zOE&limit=1").getString("items[0].id");
    changeAnywhere(first, first.owner(), kept, Map.of("state", "done")).statusCode(200);
    agreeIn(next).statusCode(409);
    first.as(first.owner()).delete("/api/actions/{id}", kept).then().statusCode(204);
    agreeIn(next).statusCode(201);
    agreeIn(next).statusCode(409);
  }

  /** Of removed actions without a session only the newest are remembered. */
  @Test
  void removedActionsDoNotStayForEver() {
    keep(1, "Zoe");
    Rows.execute(
        """
        insert into action (id, team_id, position, text, state, seq, removed)
        select gen_random_uuid(), '%s', n, '', 'open', n, true from generate_series(1, 3000) n
        """
            .formatted(first.team));
    String kept = list("?person=Zoe").getString("items[0].id");
    first.as(first.owner()).delete("/api/actions/{id}", kept).then().statusCode(204);
    assertThat(
            Rows.number(
                "select count(*) from action where team_id = ? and session_id is null and removed",
                first.team))
        .isEqualTo(1_000);
  }

  @Test
  void aPersonsActionsAreFoundByAnIndex() throws SQLException {
    keep(3_000, "Ana");
    keep(10, "Zoe");
    Rows.execute("analyze action");
    assertThat(list("?person=zoe&limit=200").getList("items.owner"))
        .hasSize(10)
        .containsOnly("Zoe");
    String plan =
        """
        explain select id from action
        where team_id = '%s' and original_id is null and not removed and not rehearsed
          and (place, id) > (0, '00000000-0000-0000-0000-000000000000')
          and lower(owner) = lower('zoe')
        order by place, id limit 51
        """
            .formatted(first.team);
    StringBuilder lines = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery(plan)) {
      while (row.next()) {
        lines.append(row.getString(1)).append('\n');
      }
    }
    assertThat(lines.toString()).contains("action_of_owner");
  }

  @Test
  void onlyARunningSessionShowsThem() {
    LiveBoard next = new LiveBoard(first.team);
    next.plan(false);
    assertThat(next.view(next.owner()).getMap("teamActions")).isNull();
    next.begin("agreeing-started");
    assertThat(next.view(next.owner()).getList("teamActions.open")).hasSize(1);
    next.begin("closing");
    assertThat(next.view(next.owner()).getMap("teamActions")).isNull();
    assertThat(next.events("actions-shown", 1).get(0).payload().get("actionIds"))
        .extracting(id -> id.asText())
        .containsExactly(open, done);
  }

  @Test
  void aPlanCanHideThem() {
    LiveBoard next = new LiveBoard(first.team);
    next.plan(false);
    next.publish("lobby-opened", event -> event.put("showsActions", false));
    await("the lobby").until(() -> next.view(next.owner()).getString("phase").equals("lobby"));
    assertThat(next.view(next.owner()).getMap("teamActions")).isNull();
    changeAnywhere(next, next.join("facilitator"), open, Map.of("state", "done")).statusCode(404);
  }

  /** An event of the version that copied the actions of the session that it names. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anEventOfTheEarlierVersionSaysItDifferently(boolean carried) {
    LiveBoard next = new LiveBoard(first.team);
    next.plan(false);
    next.publish(
        "lobby-opened",
        event -> {
          event.remove("showsActions");
          event.put("carryActionsFrom", carried ? first.session.toString() : null);
        });
    await("the lobby").until(() -> next.view(next.owner()).getString("phase").equals("lobby"));
    assertThat(next.view(next.owner()).getMap("teamActions") != null).isEqualTo(carried);
  }

  @Test
  void anotherTeamSeesNothing() {
    LiveBoard theirs = LiveBoard.in("lobby-opened", false);
    assertThat(theirs.view(theirs.owner()).getList("teamActions.open")).isEmpty();
    changeAnywhere(theirs, theirs.owner(), open, Map.of("state", "done")).statusCode(404);
    theirs.as(theirs.owner()).delete("/api/actions/{id}", open).then().statusCode(404);
    theirs.as(theirs.owner()).get("/api/actions").then().body("items", equalTo(List.of()));
  }

  @Test
  void theOwnerChangesThemAtAnyTime() {
    for (Map<String, ?> change :
        List.of(
            Map.of("text", "Otherwise", "dueOn", "2026-05-01"),
            Map.of("state", "dropped"),
            Map.of("state", "open"))) {
      changeAnywhere(first, first.owner(), open, change).statusCode(200);
      change(first, first.owner(), open, change).statusCode(200);
    }
    assertThat(first.view(first.owner()).getString("actions[0].text")).isEqualTo("Otherwise");
    first.as(first.owner()).delete("/api/actions/{id}", open).then().statusCode(204);
    first.as(first.owner()).delete("/api/actions/{id}", open).then().statusCode(204);
    assertThat(first.view(first.owner()).getList("actions.id")).containsExactly(done);
    assertThat(first.events("action-removed", 1)).hasSize(1);
  }

  @Test
  void aFacilitatorChangesThemWhileTheSessionRuns() {
    LiveBoard next = new LiveBoard(first.team);
    next.plan(false);
    Person facilitator = next.join("facilitator");
    changeAnywhere(next, facilitator, open, Map.of("text", "Otherwise"))
        .statusCode(409)
        .body("type", endsWith("#not-started"));
    next.begin("quiet-started");
    changeAnywhere(
            next, facilitator, open, Map.of("text", "Otherwise", "participantId", facilitator.id()))
        .statusCode(200)
        .body("owner", equalTo("Participant 0"));
    change(next, facilitator, open, Map.of("state", "done")).statusCode(200);
    next.begin("closing");
    changeAnywhere(next, facilitator, open, Map.of("text", "Late"))
        .statusCode(409)
        .body("type", endsWith("#session-closed"));
  }

  @Test
  void anEmptyChangeChangesNothingForThoseWhoSeeTheAction() {
    changeAnywhere(first, first.owner(), open, Map.of()).statusCode(200).body("id", equalTo(open));
    changeAnywhere(first, assignee, open, Map.of()).statusCode(200);
    LiveBoard next = new LiveBoard(first.team);
    next.plan(false);
    Person participant = next.join("participant");
    changeAnywhere(next, participant, open, Map.of()).statusCode(404);
    next.begin("lobby-opened");
    changeAnywhere(next, participant, open, Map.of()).statusCode(200);
    changeAnywhere(next, next.join("observer"), open, Map.of()).statusCode(403);
    LiveBoard theirs = LiveBoard.in("lobby-opened", false);
    changeAnywhere(theirs, theirs.join("facilitator"), open, Map.of()).statusCode(404);
  }

  @Test
  void theAssigneeChangesTheStateAtAnyTime() {
    changeAnywhere(first, assignee, open, Map.of("state", "done"))
        .statusCode(200)
        .body("finishedIn", nullValue());
    changeAnywhere(first, assignee, open, Map.of("text", "Otherwise"))
        .statusCode(409)
        .body("type", endsWith("#session-closed"));
    changeAnywhere(first, assignee, done, Map.of("state", "open")).statusCode(409);
  }

  @Test
  void otherParticipantsChangeNothingOfOtherSessions() {
    LiveBoard next = next("lobby-opened");
    Person participant = next.join("participant");
    changeAnywhere(next, participant, open, Map.of("state", "done"))
        .statusCode(403)
        .body("type", endsWith("#not-your-action"));
    changeAnywhere(next, next.join("observer"), open, Map.of("state", "done"))
        .statusCode(403)
        .body("type", endsWith("#observer"));
    change(next, next.owner(), open, Map.of("participantId", participant.id())).statusCode(200);
    changeAnywhere(next, participant, open, Map.of("state", "done"))
        .statusCode(200)
        .body("finishedIn", equalTo(next.session.toString()));
    changeAnywhere(next, participant, open, Map.of("text", "Otherwise"))
        .statusCode(403)
        .body("type", endsWith("#not-your-action"));
  }

  @Test
  void theListHasLateOnesFirstInPages() {
    LiveBoard agreeing = next("agreeing-started");
    Map<String, String> due = new HashMap<>();
    for (String day : List.of("2026-03-01", "2025-01-01", "9999-12-31")) {
      due.put(day, agree(agreeing, Map.of("text", day, "dueOn", day, "owner", "Ana")));
    }
    assertThat(list("").getList("items.id"))
        .containsExactly(due.get("2025-01-01"), due.get("2026-03-01"), due.get("9999-12-31"), open);
    JsonPath page = list("?limit=2&state=open,done");
    assertThat(page.getList("items.text")).containsExactly("2025-01-01", "2026-03-01");
    page = list("?limit=3&state=open,done&cursor=" + page.getString("next"));
    assertThat(page.getList("items.text")).containsExactly("9999-12-31", "Still to do", "Done");
    assertThat(page.getString("next")).isNull();

    assertThat(list("?dueUntil=2026-02-28").getList("items.text")).containsExactly("2025-01-01");
    assertThat(list("?dueFrom=2026-03-01&person=ANA").getList("items.text"))
        .containsExactly("2026-03-01", "9999-12-31");
    assertThat(list("?person=Participant 0").getList("items.id")).containsExactly(open);
    assertThat(list("?sessionId=" + first.session).getList("items.id")).containsExactly(open);
    assertThat(list("?state=dropped").getList("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=later", "state=", "state=open,,done", "limit=0", "limit=201", "cursor=x",
        "cursor=MQ", "dueFrom=soon", "dueFrom=0001-01-01", "sessionId=x", "person=", "unknown=1"
      })
  void aWrongFilterIsRefused(String query) {
    first.as(first.owner()).get("/api/actions?" + query).then().statusCode(400);
  }

  /** A rehearsal leaves nothing to the team. */
  @Test
  void theActionsOfARehearsalStayInIt() {
    LiveBoard rehearsal = new LiveBoard(first.team);
    rehearsal.plan(false);
    rehearsal.publish("lobby-opened", event -> event.put("rehearsal", true));
    rehearsal.begin("agreeing-started");
    agree(rehearsal, Map.of("text", "Rehearsed"));
    assertThat(rehearsal.view(rehearsal.owner()).getList("actions.text"))
        .containsExactly("Rehearsed");
    assertThat(list("").getList("items.id")).containsExactly(open);
    assertThat(next("lobby-opened").view(first.owner()).getList("teamActions.open.id"))
        .containsExactly(open);
    rehearsal.publish("deleted", event -> event.put("teamId", first.team.toString()));
    await("the deletion")
        .until(
            () ->
                rehearsal
                        .as(rehearsal.owner())
                        .get("/api/boards/{id}", rehearsal.session)
                        .statusCode()
                    == 404);
    assertThat(list("").getList("items.id")).containsExactly(open);
  }

  @Test
  void theListIsForOwnersAndMembers() {
    first.as(assignee).get("/api/actions").then().statusCode(403);
    first.as(assignee).delete("/api/actions/{id}", open).then().statusCode(403);
    String member =
        TestIssuer.token(
            first.team, claims -> claims.setStringListClaim("groups", List.of("member")));
    Person person = new Person(first.team, "member", null, member);
    first.as(person).get("/api/actions").then().statusCode(200);
    changeAnywhere(first, person, open, Map.of("state", "done")).statusCode(200);
    first.as(person).delete("/api/actions/{id}", open).then().statusCode(403);
  }

  /** A tag that a browser keeps is worth nothing after somebody changed an action elsewhere. */
  @Test
  void aChangeElsewhereChangesTheTagOfTheBoard() {
    LiveBoard next = next("sharing-started");
    String path = "/api/boards/" + next.session;
    String tag = next.as(next.owner()).get(path).header("ETag");
    next.as(next.owner()).header("If-None-Match", tag).get(path).then().statusCode(304);
    changeAnywhere(first, first.owner(), open, Map.of("state", "done")).statusCode(200);
    next.as(next.owner()).header("If-None-Match", tag).get(path).then().statusCode(200);
    String closed = "/api/boards/" + first.session;
    tag = first.as(first.owner()).get(closed).header("ETag");
    changeAnywhere(first, first.owner(), open, Map.of("state", "open")).statusCode(200);
    first.as(first.owner()).header("If-None-Match", tag).get(closed).then().statusCode(200);
  }
}
