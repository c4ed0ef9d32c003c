package microstorm.idea.undo;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import microstorm.idea.vote.Choosing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that goes back to an earlier phase shows nobody what is hidden from them. */
@IdeaServiceTest
@TestProfile(Impatient.class)
class GoingBackTest {

  private static final String SECRET = "Nobody else may read this yet";

  private static void back(LiveBoard board, String to) {
    board.publish("phase-reverted", event -> event.put("to", to));
    await(to).until(() -> board.view(board.owner()).getString("phase").equals(to));
  }

  private static Response read(LiveBoard board, Person person) {
    return board.as(person).get("/api/boards/{id}", board.session);
  }

  /** What this person can get: the board without what changes for everybody, and its number. */
  private static String seen(LiveBoard board, Person person) {
    return read(board, person).asString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lobby", "planned"})
  void anIdeaOfTheQuietPhaseStaysHiddenAndItsAuthors(String to) {
    LiveBoard board = LiveBoard.in("quiet-started", true);
    Person author = board.join("participant");
    List<Person> others =
        List.of(
            board.join("participant"),
            board.join("facilitator"),
            board.join("observer"),
            board.owner());
    UUID idea = board.posted(author, SECRET);
    if (to.equals("planned")) {
      board.publish("cancelled", event -> {});
    }
    back(board, to);

    assertThat(board.view(author).getList("ideas.text")).containsExactly(SECRET);
    assertThat(read(board, author).header("Cache-Control")).isEqualTo("no-store");
    for (Person other : others) {
      assertThat(seen(board, other)).doesNotContain(SECRET, idea.toString());
      board.as(other).get(board.idea(idea)).then().statusCode(404);
      for (String last : new String[] {null, "0"}) {
        try (LiveStream stream = open(board, other, last)) {
          Person late = board.join("observer");
          await("a later change").until(() -> stream.bytes().contains(late.id().toString()));
          assertThat(stream.bytes()).doesNotContain(SECRET, idea.toString());
        }
      }
    }
    assertThat(board.events()).noneMatch(event -> event.payload().toString().contains(SECRET));
    board
        .post(author, Map.of("text", "Too late"))
        .statusCode(409)
        .body("type", endsWith("#not-started"));
    assertThat(board.as(author).delete(board.idea(idea)).statusCode()).isEqualTo(409);

    // the control: the next quiet phase goes on with the idea, and sharing shows it
    board.begin("quiet-started");
    board
        .as(author)
        .body(Map.of("text", SECRET + "!"))
        .patch(board.idea(idea))
        .then()
        .statusCode(200);
    board.begin("sharing-started");
    for (Person other : others) {
      assertThat(board.view(other).getList("ideas.text")).containsExactly(SECRET + "!");
    }
  }

  /** The events of a session may be published a second time. */
  @Test
  void aStepBackThatArrivesAgainDoesNotEndALaterPhase() {
    LiveBoard board = LiveBoard.in("quiet-started", true);
    back(board, "lobby");
    board.publish("quiet-started", event -> event.put("startedAt", "2026-01-02T03:04:06Z"));
    await("quiet").until(() -> board.view(board.owner()).getString("phase").equals("quiet"));
    board.publish("phase-reverted", event -> event.put("to", "lobby"));
    Person late = board.join("participant"); // published after it, so applied after it
    board.posted(late, "in the quiet phase");
    assertThat(board.view(late).getString("phase")).isEqualTo("quiet");
  }

  /** An operator may publish an event again that could not be applied, after the session. */
  @Test
  void aPhaseThatArrivesLateDoesNotReopenAClosedBoard() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person person = board.join("participant");
    board.publish("closing", event -> event.put("startedAt", "2026-01-02T04:00:00Z"));
    board.events("board-sealed", 1);
    board.publish("closed", event -> {});
    await("closed").until(() -> board.view(person).getString("phase").equals("closed"));

    for (String late : List.of("quiet-started", "sharing-started", "closing")) {
      board.publish(late, event -> {});
    }
    board.join("observer"); // published after them, so applied after them
    assertThat(board.view(person).getString("phase")).isEqualTo("closed");
    assertThat(board.events("board-sealed", 1)).hasSize(1);
    board
        .post(person, Map.of("text", "Too late"))
        .statusCode(409)
        .body("type", endsWith("#session-closed"));
  }

  /** Two equal boards, one with a hidden idea, look the same to everybody else. */
  @Test
  void nobodyLearnsInTheLobbyWhetherAnIdeaIsHidden() {
    LiveBoard written = LiveBoard.in("lobby-opened", true);
    LiveBoard empty = LiveBoard.in("lobby-opened", true);
    for (LiveBoard board : List.of(written, empty)) {
      Person author = board.join("participant");
      Person leader = board.join("facilitator");
      UUID topic = UUID.randomUUID();
      String topics = "/api/boards/" + board.session + "/topics";
      board
          .as(leader)
          .body(Map.of("id", topic, "title", "A topic"))
          .post(topics)
          .then()
          .statusCode(201);
      board.begin("quiet-started");
      UUID idea = UUID.randomUUID();
      if (board == written) {
        board.post(author, Map.of("id", idea, "text", SECRET, "topicId", topic)).statusCode(201);
      }
      back(board, "lobby");
      long before = board.view(leader).getLong("seq");
      assertThat(read(board, leader).jsonPath().<Object>get("counts.writers")).isNull();
      // neither the refusal of an empty topic's removal nor a gap in the numbers says more
      board.as(leader).delete(topics + "/" + topic).then().statusCode(204);
      assertThat(board.view(leader).getLong("seq")).isEqualTo(before + 1);
      Map<String, Object> move = new HashMap<>();
      move.put("parentId", null);
      board.as(leader).body(move).patch(board.idea(idea)).then().statusCode(404);
      if (board == written) {
        assertThat(board.view(author).getList("ideas.text")).containsExactly(SECRET);
        assertThat(board.view(author).<Object>get("ideas[0].topicId")).isNull();
      }
    }
  }

  @Test
  void aSessionThatBecomesAnonymousForgetsTheAuthorsOfHiddenIdeas() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    board.posted(author, SECRET);
    back(board, "lobby");
    assertThat(board.view(author).getString("ideas[0].authorId")).isEqualTo(author.id().toString());
    board.publish(
        "changed",
        event -> {
          event.put("teamId", board.team.toString()).putNull("logRevision");
          ((ObjectNode) event.get("settings")).put("anonymous", true);
        });
    await("the change").until(() -> board.view(author).getBoolean("session.anonymous"));
    assertThat(board.view(author).getMap("ideas[0]")).doesNotContainKeys("authorId", "submittedAt");
    board.begin("quiet-started");
    board.begin("sharing-started");
    assertThat(board.events("shared", 1).get(0).payload().toString())
        .contains(SECRET)
        .doesNotContain(author.id().toString());
  }

  @Test
  void dotsAndMarksStayHiddenAndCountWhenTheGroupChoosesAgain() {
    Choosing group = new Choosing(2);
    LiveBoard board = group.board;
    Person voter = board.join("participant");
    group.vote(voter, group.ideas.get(0)).then().statusCode(201);
    group.mark(voter, group.ideas.get(0), 4).then().statusCode(200);
    group.vote(voter, group.ideas.get(1)).then().statusCode(201);
    try (LiveStream own = open(board, voter, null).awaitEvent("snapshot");
        LiveStream others = open(board, group.author, null).awaitEvent("snapshot")) {
      back(board, "sharing");
      for (Person person : List.of(voter, group.author, board.owner())) {
        assertThat(read(board, person).jsonPath().getMap(""))
            .doesNotContainKeys("votes", "marks", "results");
        board
            .as(person)
            .get("/api/boards/{id}/results", board.session)
            .then()
            .statusCode(409)
            .body("type", endsWith("#results-hidden"));
        try (LiveStream resumed = open(board, person, "0")) {
          Person late = board.join("observer");
          await("a later change").until(() -> resumed.bytes().contains(late.id().toString()));
          assertThat(resumed.of("votes")).isEmpty();
          assertThat(resumed.of("marks")).isEmpty();
          assertThat(resumed.of("results")).isEmpty();
        }
      }
      group
          .vote(voter, group.ideas.get(0))
          .then()
          .statusCode(409)
          .body("type", endsWith("#diverging"));
      // a withdrawn idea gives its dots back
      board.as(group.author).delete(board.idea(group.ideas.get(1))).then().statusCode(204);
      assertThat(board.events()).noneMatch(event -> event.type().contains("votes-counted"));

      board.begin("converging-started");
      own.awaitEvent("votes");
      assertThat(board.view(voter).getInt("votes.left")).isEqualTo(2);
      assertThat(board.view(voter).getList("marks.mine.value")).containsExactly(4);
      assertThat(others.of("votes")).isEmpty();
    }
    board.begin("agreeing-started");
    assertThat(board.view(board.owner()).getList("results.ideas.dots")).containsExactly(1);
    assertThat(board.events("votes-counted", 1)).hasSize(1);
  }

  /** A group that stopped choosing did not choose: its dots are deleted and never show. */
  @ParameterizedTest
  @ValueSource(strings = {"agreeing-started", "closing"})
  void dotsOfAnAbandonedChoiceNeverShow(String next) {
    Choosing group = new Choosing(1);
    Person voter = group.board.join("participant");
    group.vote(voter, group.ideas.get(0)).then().statusCode(201);
    back(group.board, "sharing");
    group.board.begin(next);
    assertThat(group.board.view(group.author).getString("results.order")).isEqualTo("position");
    assertThat(group.board.view(group.author).getList("results.ideas.dots")).containsExactly(0);
    assertThat(group.board.events()).noneMatch(event -> event.type().contains("votes-counted"));
  }

  @Test
  void theFirstIdeaIsAnnouncedOnceAndWithoutItsId() {
    LiveBoard board = LiveBoard.in("quiet-started", true);
    Person author = board.join("participant");
    UUID first = board.posted(author, SECRET);
    board.posted(author, "another");
    assertThat(board.events("writing-began", 1)).hasSize(1);
    assertThat(board.events("writing-began", 1).get(0).payload().toString())
        .doesNotContain(SECRET, first.toString(), author.id().toString());
  }

  /** On every screen, with the server's time. */
  @Test
  void anAnnouncedPhaseIsShownUntilItBeginsOrIsStopped() {
    LiveBoard board = LiveBoard.in("sharing-started", true);
    Person observer = board.join("observer");
    try (LiveStream stream = open(board, observer, null).awaitEvent("snapshot")) {
      board.publish("phase-announced", event -> event.put("to", "agreeing"));
      await("the announcement")
          .until(() -> "agreeing".equals(board.view(observer).getString("session.nextPhase")));
      await("the event")
          .until(() -> stream.of("session").anyMatch(e -> e.data().contains("nextPhaseAt")));
      assertThat(board.view(observer).getString("session.announcedAt"))
          .startsWith("2026-01-02T03:04:05");
      board.publish("announcement-stopped", event -> {});
      await("the end").until(() -> board.view(observer).<Object>get("session.nextPhaseAt") == null);
    }
    board.publish("phase-announced", event -> event.put("to", "agreeing"));
    board.begin("agreeing-started");
    assertThat(board.view(observer).getMap("session"))
        .doesNotContainKeys("nextPhase", "announcedAt", "nextPhaseAt");
  }

  private static LiveStream open(LiveBoard board, Person person, String lastEventId) {
    return LiveStream.open(RestAssured.port, board.session, person.token(), lastEventId);
  }
}
