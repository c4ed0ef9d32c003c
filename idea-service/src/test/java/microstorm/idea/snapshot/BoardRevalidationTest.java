package microstorm.idea.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.vote.Choosing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that has a board already asks whether it has changed. */
@IdeaServiceTest
class BoardRevalidationTest {

  /** The copy of a board that a person has. */
  private record Copy(Person person, String tag, String body) {}

  private static Copy read(LiveBoard board, Person person) {
    Response answer = board.as(person).get("/api/boards/{id}", board.session);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header("Cache-Control"))
        .isEqualTo(cacheControl(answer.jsonPath().getString("phase")));
    assertThat(answer.header("Vary")).contains("Authorization");
    return new Copy(person, answer.header("ETag"), LiveBoard.withoutTime(answer.asString()));
  }

  /** No browser may keep hidden ideas and dots on its disk. */
  private static String cacheControl(String phase) {
    return List.of("quiet", "converging").contains(phase) ? "no-store" : "private, no-cache";
  }

  private static Response ask(LiveBoard board, Person person, String tag) {
    return board.as(person).header("If-None-Match", tag).get("/api/boards/{id}", board.session);
  }

  /**
   * Makes a change, and checks for each person that the answer is 304 if and only if it is equal.
   */
  private static int changed(LiveBoard board, List<Person> people, Runnable change) {
    List<Copy> before = new ArrayList<>(people.stream().map(who -> read(board, who)).toList());
    change.run();
    int changed = 0;
    for (Copy old : before) {
      Copy now = read(board, old.person);
      boolean same = now.body.equals(old.body);
      Response answer = ask(board, old.person, old.tag);
      assertThat(answer.statusCode()).as(old.person.role()).isEqualTo(same ? 304 : 200);
      assertThat(answer.header("ETag")).isEqualTo(now.tag);
      assertThat(LiveBoard.withoutTime(answer.asString())).isEqualTo(same ? "" : now.body);
      changed += same ? 0 : 1;
    }
    return changed;
  }

  @Test
  void aChangeOfTheQuietPhaseChangesTheBoardOfItsAuthorOnly() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    Person other = board.join("participant");
    List<Person> people =
        List.of(author, other, board.join("observer"), board.join("facilitator"), board.owner());
    UUID[] idea = new UUID[1];
    assertThat(changed(board, people, () -> {})).isZero();
    assertThat(changed(board, people, () -> idea[0] = board.posted(author, "mine"))).isOne();
    assertThat(
            changed(
                board,
                people,
                () -> board.as(author).body(Map.of("text", "new")).patch(board.idea(idea[0]))))
        .isOne();
    assertThat(changed(board, people, () -> board.as(author).delete(board.idea(idea[0])))).isOne();
    assertThat(changed(board, people, () -> board.join("participant")))
        .as("all see the seat")
        .isEqualTo(5);
    // among three participants the leaders know how many have written
    assertThat(changed(board, people, () -> board.posted(other, "theirs"))).isEqualTo(3);
    assertThat(changed(board, people, () -> board.begin("sharing-started"))).isEqualTo(5);
  }

  @Test
  void aChangeThatAllSeeChangesTheBoardOfAll() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    List<Person> people = List.of(author, board.join("observer"), board.owner());
    UUID idea = board.posted(author, "an idea");
    String path = "/api/boards/" + board.session;
    List<Runnable> changes =
        List.of(
            () -> board.posted(author, "another"),
            () -> board.as(author).body(Map.of("text", "new")).patch(board.idea(idea)),
            () -> board.as(author).body(Map.of("title", "A topic")).post(path + "/topics"),
            () ->
                board
                    .as(author)
                    .body(Map.of("name", "A group", "ideaIds", List.of(idea)))
                    .post(path + "/groups"),
            () -> board.as(author).delete(board.idea(idea)),
            () -> board.begin("agreeing-started"),
            () -> board.as(author).body(Map.of("text", "Do it")).post(path + "/actions"));
    for (Runnable change : changes) {
      assertThat(changed(board, people, change)).isEqualTo(people.size());
    }
  }

  @Test
  void aDotChangesTheBoardOfItsGiverOnly() {
    Choosing group = new Choosing(2);
    Person voter = group.board.join("participant");
    List<Person> people = List.of(voter, group.author, group.board.owner());
    UUID idea = group.ideas.get(0);
    assertThat(changed(group.board, people, () -> group.vote(voter, idea))).isOne();
    assertThat(changed(group.board, people, () -> group.mark(voter, idea, 4))).isOne();
    assertThat(changed(group.board, people, () -> group.retract(voter, idea))).isOne();
  }

  @Test
  void aTagIsOfOnePersonAndTheirKeys() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    Person other = board.join("participant");
    String tag = read(board, author).tag();
    assertThat(tag).startsWith("W/\"");
    assertThat(ask(board, author, tag).statusCode()).isEqualTo(304);
    assertThat(ask(board, author, "\"x\", " + tag.substring(2)).statusCode()).isEqualTo(304);
    assertThat(ask(board, other, tag).statusCode()).isEqualTo(200);
    assertThat(
            board
                .as(author)
                .header("Edit-Key", other.key())
                .header("If-None-Match", tag)
                .get("/api/boards/{id}", board.session)
                .statusCode())
        .as("another view")
        .isEqualTo(200);
    assertThat(ask(board, author, "W/\"invented\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"quiet-started,no-store", "sharing-started,'private, no-cache'"})
  void aBoardWithHiddenIdeasIsTaggedButNotStored(String phase, String cacheControl) {
    LiveBoard board = LiveBoard.in(phase, false);
    Person author = board.join("participant");
    String tag = read(board, author).tag();
    assertThat(tag).isNotNull();
    Response known = ask(board, author, tag);
    assertThat(known.statusCode()).isEqualTo(304);
    assertThat(known.header("ETag")).isEqualTo(tag);
    assertThat(known.header("Cache-Control")).isEqualTo(cacheControl);
    assertThat(ask(board, author, "W/\"none\"").header("Cache-Control")).isEqualTo(cacheControl);
  }

  @Test
  void aTagDoesNotReplaceTheAccess() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    String tag = read(board, author).tag();
    assertThat(ask(board, board.stranger("participant"), "*").statusCode()).isEqualTo(304);
    assertThat(
            board
                .as(author)
                .header("If-None-Match", tag)
                .get("/api/boards/{id}?sort=likes", board.session)
                .statusCode())
        .isEqualTo(409);
    Response refused = ask(new LiveBoard(), author, tag);
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.header("ETag")).isNull();
  }
}
