package microstorm.idea.post;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.OtherSettings;
import microstorm.idea.idea.AtOnce;
import microstorm.idea.idea.Rows;
import org.junit.jupiter.api.Test;

/** The behaviour at the limits, with limits that are reached soon. */
@IdeaServiceTest
@TestProfile(OtherSettings.class)
class PostLimitsTest {

  private static final int QUEUE = OtherSettings.QUEUE;

  private static Response post(LiveBoard board, Person person) {
    return board.as(person).body(Map.of("text", "an idea")).post(board.ideas());
  }

  @Test
  void aBoardNeverExceedsItsLimitInARace() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    for (int i = 0; i < OtherSettings.IDEAS - 3; i++) {
      board.posted(author, "idea " + i);
    }
    List<Response> race = AtOnce.each(QUEUE, client -> post(board, author));
    assertThat(race).filteredOn(answer -> answer.statusCode() == 201).hasSize(3);
    assertThat(race)
        .filteredOn(answer -> answer.statusCode() == 409)
        .hasSize(QUEUE - 3)
        .allMatch(answer -> answer.<String>path("type").endsWith("#board-full"));
    assertThat(board.view(author).getList("ideas")).hasSize(OtherSettings.IDEAS);
    board.post(author, Map.of("text", "x".repeat(31))).statusCode(400);
  }

  /**
   * The number of posts that are accepted after others have written, with the refusal of the next
   * one.
   */
  private static String posted(String phase, int others) {
    LiveBoard board = LiveBoard.in(phase, false);
    Person author = board.join("participant");
    Person other = board.join("participant");
    board.posted(author, "one of one's own");
    for (int i = 0; i < others; i++) {
      board.posted(other, "another's");
    }
    int accepted = 1;
    Response answer = post(board, author);
    while (answer.statusCode() == 201) {
      accepted++;
      answer = post(board, author);
    }
    return accepted + answer.<String>path("type") + answer.<String>path("detail");
  }

  /**
   * The control of {@link QuietPhaseLimitTest}: the limit of the board counts the ideas of others.
   */
  @Test
  void theLimitOfTheBoardRevealsHowMuchOthersWrote() {
    assertThat(posted("sharing-started", 0)).startsWith("24").contains("#board-full");
    assertThat(posted("sharing-started", 2)).startsWith("22").contains("#board-full");
  }

  /** Each side and each entry alone is short enough. */
  @Test
  void aComparisonIsInTotalNoLongerThanAText() {
    LiveBoard board = LiveBoard.in("quiet-started", false);
    Person author = board.join("participant");
    Map<String, ?> most = comparison("x".repeat(10), "y".repeat(8), List.of("z".repeat(8)));
    String id =
        board
            .post(author, Map.of("kind", "comparison", "comparison", most))
            .statusCode(201)
            .extract()
            .path("id");
    for (Map<String, ?> more :
        List.of(
            comparison("x".repeat(15), "y".repeat(12), List.of()),
            comparison("x", "y", List.of("z".repeat(20), "z".repeat(20))))) {
      for (ValidatableResponse refused :
          List.of(
              board.post(author, Map.of("kind", "comparison", "comparison", more)),
              board
                  .as(author)
                  .body(Map.of("comparison", more))
                  .patch(board.idea(UUID.fromString(id)))
                  .then())) {
        refused
            .statusCode(400)
            .body("errors[0].field", equalTo("comparison"))
            .body("errors[0].message", equalTo("must have at most 30 characters in total"));
      }
    }
  }

  private static Map<String, ?> comparison(String left, String right, List<String> differences) {
    return Map.of("left", left, "right", right, "differences", differences);
  }

  @Test
  void topicsGroupsAndActionsHaveLimitsToo() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person person = board.join("facilitator");
    for (String kind : List.of("topics", "groups", "actions")) {
      if (kind.equals("actions")) {
        board.begin("agreeing-started");
      }
      String path = "/api/boards/" + board.session + "/" + kind;
      Map<String, String> one = Map.of(kind.equals("topics") ? "title" : "text", "one");
      Map<String, String> body = kind.equals("groups") ? Map.of("name", "one") : one;
      String id = board.as(person).body(body).post(path).path("id");
      board.as(person).body(body).post(path).then().statusCode(201);
      board
          .as(person)
          .body(body)
          .post(path)
          .then()
          .statusCode(409)
          .body("type", endsWith("#board-full"));
      board.as(person).delete(path + "/" + id).then().statusCode(204);
      board.as(person).body(body).post(path).then().statusCode(201);
    }
  }

  /** Removed items stay as rows. Otherwise somebody could store rows without end. */
  @Test
  void aBoardRemembersALimitedNumberOfRemovedItems() {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person person = board.join("facilitator");
    for (String kind : List.of("topics", "groups", "actions")) {
      if (kind.equals("actions")) {
        board.begin("agreeing-started");
      }
      String path = "/api/boards/" + board.session + "/" + kind;
      Map<String, String> body =
          Map.of(Map.of("topics", "title", "groups", "name").getOrDefault(kind, "text"), "one");
      for (int i = 0; i < 10 * 2; i++) {
        String id =
            board.as(person).body(body).post(path).then().statusCode(201).extract().path("id");
        board.as(person).delete(path + "/" + id).then().statusCode(204);
      }
      board
          .as(person)
          .body(body)
          .post(path)
          .then()
          .statusCode(409)
          .body("type", endsWith("#board-full"))
          .body("detail", startsWith("On this board 20 " + kind + " were removed"));
    }
  }

  @Test
  void aFullQueueRefusesPostsAndLosesNoAcceptedOne() throws SQLException {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    Person author = board.join("participant");
    LiveBoard victim = LiveBoard.in("sharing-started", false);
    Person other = victim.join("participant");
    int clients = 2 * QUEUE;
    AtomicInteger refused = new AtomicInteger();
    CompletableFuture<List<Response>> posts;
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, board.session);
      posts =
          CompletableFuture.supplyAsync(
              () ->
                  AtOnce.each(
                      clients,
                      client -> {
                        Response answer = post(board, author);
                        refused.addAndGet(answer.statusCode() == 503 ? 1 : 0);
                        return answer;
                      }));
      await("the queue is full").until(() -> refused.get() >= clients - QUEUE);
      // in this profile the shares exceed the queue, so that one team keeps the others out
      assertThat(post(victim, other).statusCode()).isEqualTo(503);
      connection.rollback();
    }
    List<Response> answers = posts.join();
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 503)
        .isNotEmpty()
        .allMatch(answer -> answer.header("Retry-After").equals("1"))
        .allMatch(answer -> answer.<String>path("type").endsWith("#busy"));
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 201)
        .hasSameSizeAs(board.view(author).getList("ideas"))
        .hasSizeGreaterThanOrEqualTo(QUEUE);
  }

  @Test
  void anEarlyPostWaitsForItsPhase() {
    LiveBoard board = new LiveBoard();
    Person author = board.stranger("participant");
    CompletableFuture<Response> early = CompletableFuture.supplyAsync(() -> post(board, author));
    board.plan(false);
    board.begin("lobby-opened");
    assertThat(early).isNotDone();
    board.begin("quiet-started");
    early.join().then().statusCode(201);
  }

  /** The control: a request that can never succeed is refused at once. */
  @Test
  void aPostToAnEndedSessionIsRefusedAtOnce() {
    LiveBoard board = LiveBoard.in("cancelled", false);
    post(board, board.stranger("participant"))
        .then()
        .statusCode(409)
        .body("type", endsWith("#session-closed"));
  }

  /** The negative control of {@link LockedBoardTest}: the share is as large as the total. */
  @Test
  void withoutSharesOneTeamTakesAllConnections() throws SQLException {
    LiveBoard board = LiveBoard.in("sharing-started", false);
    LiveBoard victim = LiveBoard.in("sharing-started", false);
    CompletableFuture<List<Response>> flood;
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, board.session);
      flood = CompletableFuture.supplyAsync(() -> AtOnce.each(24, i -> topic(board)));
      await("a refusal of the victim").until(() -> topic(victim).statusCode() == 503);
      connection.rollback();
    }
    assertThat(flood.join()).isNotEmpty();
  }

  private static Response topic(LiveBoard board) {
    return board
        .as(board.owner())
        .body(Map.of("title", "a topic"))
        .post("/api/boards/{id}/topics", board.session);
  }
}
