package microstorm.idea.early;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.OtherSettings;
import microstorm.idea.idea.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change that arrives before the event of its phase waits for it. */
@IdeaServiceTest
@TestProfile(OtherSettings.class)
class EarlyChangeTest {

  private static final long SOON_SECONDS = 30;

  private final LiveBoard board = new LiveBoard();

  private Response ask(Person person, Method method, String path, String body) {
    RequestSpecification request = board.as(person);
    return (body == null ? request : request.body(body))
        .request(
            method,
            "/api/boards/" + board.session + path.replace("{id}", UUID.randomUUID().toString()));
  }

  /**
   * Sends a request and returns when it waits for the board, so that the next event arrives after
   * it.
   */
  private CompletableFuture<Response> early(Person person, Method method, String path, String body)
      throws SQLException {
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, board.session);
      CompletableFuture<Response> answer =
          CompletableFuture.supplyAsync(() -> ask(person, method, path, body));
      await("the request").until(() -> Rows.waiting() > 0);
      connection.rollback();
      return answer;
    }
  }

  /** In the right phase there is nothing to change: 404 instead of 409. */
  @ParameterizedTest
  @CsvSource({
    "sharing-started, participant, PATCH, /ideas/{id}, '{\"text\":\"other\"}'",
    "sharing-started, facilitator, PATCH, /ideas/{id}, '{\"parentId\":null}'",
    "sharing-started, participant, DELETE, /ideas/{id},",
    "sharing-started, participant, PATCH, /groups/{id}, '{\"name\":\"other\"}'",
    "sharing-started, participant, DELETE, /groups/{id},",
    "sharing-started, facilitator, PATCH, /topics/{id}, '{\"title\":\"other\"}'",
    "sharing-started, facilitator, DELETE, /topics/{id},",
    "agreeing-started, participant, PATCH, /actions/{id}, '{\"text\":\"other\"}'",
    "agreeing-started, participant, DELETE, /actions/{id},",
    "converging-started, participant, DELETE, /votes/{id},",
    "converging-started, participant, DELETE, /marks/{id}/{id},"
  })
  void aChangeWaitsForTheEndOfTheBreak(
      String phase, String role, Method method, String path, String body) throws SQLException {
    board.plan(false);
    Person person = board.join(role);
    board.begin(phase);
    board.publish("break-started", event -> {});
    await("the break").until(() -> board.view(board.owner()).get("session.breakId") != null);
    CompletableFuture<Response> early = early(person, method, path, body);
    board.publish("break-ended", event -> {});
    assertThat(early.join().statusCode()).isEqualTo(404);
  }

  @Test
  void aHiddenIdeaCanBeBuiltOnAsSoonAsItIsShared() {
    board.plan(false);
    board.begin("quiet-started");
    Person other = board.join("participant");
    UUID hidden = board.posted(board.join("participant"), "in silence");
    String below = "{\"text\":\"built on it\",\"parentId\":\"" + hidden + "\"}";
    CompletableFuture<Response> early =
        CompletableFuture.supplyAsync(() -> ask(other, Method.POST, "/ideas", below));
    board.begin("sharing-started");
    assertThat(early.join().statusCode()).isEqualTo(201);
  }

  @Test
  void aHiddenIdeaCanBecomeAParentAsSoonAsItIsShared() throws SQLException {
    board.plan(false);
    board.begin("quiet-started");
    Person leader = board.join("facilitator");
    UUID hidden = board.posted(board.join("participant"), "in silence");
    UUID own = board.posted(leader, "the leader's");
    CompletableFuture<Response> early =
        early(leader, Method.PATCH, "/ideas/" + own, "{\"parentId\":\"" + hidden + "\"}");
    board.begin("sharing-started");
    assertThat(early.join().statusCode()).isEqualTo(200);
  }

  @Test
  void aGroupIsAddedAsSoonAsTheSharingPhaseBegins() throws SQLException {
    board.plan(false);
    board.begin("quiet-started");
    Person person = board.join("participant");
    CompletableFuture<Response> early =
        early(person, Method.POST, "/groups", "{\"name\":\"first\"}");
    board.begin("sharing-started");
    assertThat(early.join().statusCode()).isEqualTo(201);
    assertThat(early.join().<String>path("name")).isEqualTo("first");
  }

  @Test
  void aTopicIsRemovedAsSoonAsTheQuietPhaseIsOver() throws SQLException {
    board.plan(false);
    String topic = ask(board.owner(), Method.POST, "/topics", "{\"title\":\"empty\"}").path("id");
    board.begin("quiet-started");
    CompletableFuture<Response> early =
        early(board.owner(), Method.DELETE, "/topics/" + topic, null);
    board.begin("sharing-started");
    assertThat(early.join().statusCode()).isEqualTo(204);
  }

  /** The control: a request that can never succeed is refused at once. */
  @Test
  @Timeout(SOON_SECONDS)
  void aRequestThatIsNotEarlyIsRefusedAtOnce() {
    board.plan(false);
    board.begin("sharing-started");
    Person person = board.join("participant");
    String below = "{\"text\":\"built on it\",\"parentId\":\"" + UUID.randomUUID() + "\"}";
    assertThat(ask(person, Method.POST, "/ideas", below).statusCode()).isEqualTo(404);
    assertThat(ask(person, Method.DELETE, "/ideas/{id}", null).statusCode()).isEqualTo(404);
    assertThat(ask(person, Method.DELETE, "/topics/{id}", null).statusCode()).isEqualTo(403);
    board.begin("closing");
    assertThat(ask(person, Method.DELETE, "/groups/{id}", null).statusCode()).isEqualTo(409);
  }
}
