package microstorm.idea.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.vote.Choosing;
import microstorm.testing.DatabaseOutages;
import microstorm.testing.DatabaseOutages.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R4: during an outage of the database every answer is a success or says when to try again. */
@IdeaServiceTest
class DatabaseOutageTest {

  private static final String BOARD = "/api/boards/{id}";

  private LiveBoard board;
  private LiveBoard agreeing;
  private Person leader;
  private UUID idea;
  private Choosing choosing;
  private Person voter;

  @BeforeEach
  void share() {
    board = LiveBoard.in("sharing-started", false);
    leader = board.join("facilitator");
    idea = board.posted(leader, "An idea");
    agreeing = LiveBoard.in("agreeing-started", true);
    choosing = new Choosing(1);
    voter = choosing.board.join("participant");
  }

  @Test
  void everyAnswerIsASuccessOrSaysWhenToTryAgain() {
    Collection<Answer> answers =
        new DatabaseOutages("ideas")
            .request("read the board", () -> get(BOARD))
            .request("read an idea", () -> get(BOARD + "/ideas/" + idea))
            .request("post an idea", () -> post("/ideas", Map.of("text", "Another one")))
            .request("change an idea", this::change)
            .request("add a topic", () -> post("/topics", Map.of("title", "A topic")))
            .request("add an action", this::act)
            .request("group ideas", this::group)
            .request("vote", this::vote)
            .request("mark", () -> choosing.mark(voter, choosing.ideas.get(0), 1))
            .cause();
    assertThat(answers).allMatch(answer -> answer.isSuccess() || answer.isUnavailable());
    assertThat(answers).anyMatch(Answer::isUnavailable);
  }

  private Response get(String path) {
    return board.as(leader).get(path, board.session);
  }

  private Response post(String path, Map<String, ?> body) {
    return orRead(board.as(leader).body(body).post(BOARD + path, board.session));
  }

  private Response act() {
    return orRead(
        agreeing
            .as(agreeing.owner())
            .body(Map.of("text", "An action"))
            .post(BOARD + "/actions", agreeing.session));
  }

  /** A fast machine fills the board before the last outage. Then an idea is read instead. */
  private Response orRead(Response added) {
    boolean isFull =
        added.statusCode() == 409 && added.path("type").toString().endsWith("#board-full");
    return isFull ? get(BOARD + "/ideas/" + idea) : added;
  }

  private Response change() {
    return board.as(leader).body(Map.of("text", "Changed")).patch(board.idea(idea));
  }

  private Response group() {
    return post("/groups", Map.of("name", "A group"));
  }

  /** Gives a dot, or takes one back when none is left. */
  private Response vote() {
    Response put = choosing.vote(voter, choosing.ideas.get(0));
    return put.statusCode() == 409 ? choosing.retract(voter, choosing.ideas.get(0)) : put;
  }
}
