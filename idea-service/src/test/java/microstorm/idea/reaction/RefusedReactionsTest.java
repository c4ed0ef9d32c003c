package microstorm.idea.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.Impatient;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for reactions that other tools offer. */
@IdeaServiceTest
@TestProfile(Impatient.class)
class RefusedReactionsTest {

  private static final List<String> REACTIONS =
      List.of(
          "likes",
          "votes",
          "reactions",
          "react",
          "thumbs-up",
          "comments",
          "replies",
          "scores",
          "ratings",
          "rank",
          "stars");
  private static final List<Method> METHODS =
      List.of(Method.POST, Method.PUT, Method.PATCH, Method.DELETE);

  private static Stream<String> paths(LiveBoard board, UUID idea) {
    return Stream.concat(
        REACTIONS.stream().map(reaction -> board.idea(idea) + "/" + reaction),
        REACTIONS.stream()
            .filter(reaction -> !reaction.equals("votes"))
            .map(reaction -> "/api/boards/" + board.session + "/" + reaction));
  }

  private static ValidatableResponse ask(
      LiveBoard board, Person person, Method method, String path) {
    return board.as(person).body("{\"value\":1}").request(method, path).then();
  }

  @ParameterizedTest
  @CsvSource({
    "planned, not-started",
    "lobby-opened, not-started",
    "quiet-started, diverging",
    "sharing-started, diverging",
    "converging-started, dot-votes-only",
    "agreeing-started, agreeing",
    "closing, session-closed",
    "cancelled, session-closed"
  })
  void rewardsAndCriticismAreRefusedWithTheReason(String phase, String rule) {
    LiveBoard board = LiveBoard.in(phase, true);
    UUID idea = UUID.randomUUID();
    Person person = board.stranger("participant");
    paths(board, idea).forEach(path -> assertRefused(ask(board, person, Method.POST, path), rule));
    for (Method method : METHODS) {
      assertRefused(ask(board, board.owner(), method, board.idea(idea) + "/likes"), rule);
      assertRefused(
          ask(board, board.owner(), method, "/api/boards/" + board.session + "/likes"), rule);
    }
  }

  /**
   * Dots are the one reaction that boards have; other methods on their path are refused with the
   * reason.
   */
  @ParameterizedTest
  @CsvSource({
    "quiet-started, diverging",
    "sharing-started, diverging",
    "converging-started, dot-votes-only"
  })
  void dotsCanOnlyBeGivenAndTakenBack(String phase, String rule) {
    LiveBoard board = LiveBoard.in(phase, true);
    for (Method method : List.of(Method.PUT, Method.PATCH, Method.DELETE)) {
      assertRefused(
          ask(board, board.owner(), method, "/api/boards/" + board.session + "/votes"), rule);
    }
  }

  private static void assertRefused(ValidatableResponse answer, String rule) {
    answer.statusCode(409).body("type", endsWith("#" + rule));
  }

  @Test
  void theRefusalNamesTheAlternative() {
    LiveBoard board = LiveBoard.in("converging-started", true);
    ask(board, board.owner(), Method.POST, board.idea(UUID.randomUUID()) + "/likes")
        .body("detail", containsString("POST /api/boards/{sessionId}/votes"));
  }

  /** The control: other paths are not treated as reactions. */
  @Test
  void otherPathsAndForeignBoardsAreAbsent() {
    LiveBoard board = LiveBoard.in("quiet-started", true);
    LiveBoard elsewhere = new LiveBoard();
    for (Method method : METHODS) {
      ask(board, board.owner(), method, "/api/boards/" + board.session + "/xlikes").statusCode(404);
      ask(board, board.owner(), method, board.idea(UUID.randomUUID()) + "/plans").statusCode(404);
    }
    for (Method method : List.of(Method.POST, Method.DELETE)) {
      for (Person stranger : List.of(elsewhere.owner(), elsewhere.stranger("participant"))) {
        paths(board, UUID.randomUUID())
            .forEach(path -> ask(board, stranger, method, path).statusCode(404));
      }
    }
    board.as(board.owner()).get("/api/boards/{id}/plans", board.session).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "quiet-started, 409, diverging",
    "sharing-started, 409, diverging",
    "converging-started, 409, dot-votes-only",
    "agreeing-started, 400, sort-unknown",
    "closing, 400, sort-unknown"
  })
  void noOrderByPopularityIsPermitted(String phase, int status, String rule) {
    LiveBoard board = LiveBoard.in(phase, true);
    for (String order : List.of("votes", "popularity", "likes", "-Votes", "score:desc")) {
      board
          .as(board.owner())
          .get("/api/boards/{id}?sort={order}", board.session, order)
          .then()
          .statusCode(status)
          .body("type", endsWith("#" + rule));
    }
    for (String order : List.of("author", "notes")) {
      board
          .as(board.owner())
          .get("/api/boards/{id}?sort={order}", board.session, order)
          .then()
          .statusCode(400)
          .body("type", endsWith("#sort-unknown"));
    }
    assertThat(
            board
                .as(board.owner())
                .get("/api/boards/{id}?sort=position", board.session)
                .statusCode())
        .isEqualTo(200);
  }
}
