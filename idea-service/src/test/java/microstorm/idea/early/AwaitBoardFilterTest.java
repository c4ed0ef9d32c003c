package microstorm.idea.early;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.OtherSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request that arrives before the event about its session waits for the board, on every path. */
@IdeaServiceTest
@TestProfile(OtherSettings.class)
class AwaitBoardFilterTest {

  @TestHTTPResource URI origin;

  private LiveBoard board = new LiveBoard();
  private final HttpClient http = HttpClient.newHttpClient();

  /** Sends first requests, which take longer than the creation of a board. */
  @BeforeEach
  void warmUp() throws IOException, InterruptedException {
    assertThat(board.as(board.owner()).get("/api/boards/{id}", UUID.randomUUID()).statusCode())
        .isEqualTo(404);
    http.send(stream(UUID.randomUUID()), BodyHandlers.discarding());
    board = new LiveBoard(); // only a new session is waited for
  }

  private HttpRequest stream(UUID session) {
    return HttpRequest.newBuilder(origin.resolve("/api/boards/" + session + "/stream"))
        .header("Authorization", "Bearer " + board.owner().token())
        .build();
  }

  private int ask(Person person, Method method, String path) {
    Map<String, String> bodies = Map.of("/topics", "title", "/ideas", "text");
    RequestSpecification request = board.as(person);
    if (method == Method.POST) {
      request.body(Map.of(bodies.getOrDefault(path, "any"), "early"));
    }
    return request
        .request(
            method, "/api/boards/" + board.session + path.replace("{id}", board.team.toString()))
        .statusCode();
  }

  /** The answers when the board exists or was just created. */
  @ParameterizedTest
  @CsvSource({
    "owner, GET, '', 200",
    "participant, GET, '', 200",
    "observer, GET, '', 200",
    "owner, POST, /topics, 201",
    "owner, DELETE, /topics/{id}, 404",
    "owner, POST, /likes, 409",
    "participant, GET, /ideas/{id}, 404",
    "observer, DELETE, /actions/{id}, 403",
    "owner, POST, /ideas, 403"
  })
  void aRequestWaitsForTheBoard(String role, Method method, String path, int status) {
    Person person = role.equals("owner") ? board.owner() : board.stranger(role);
    CompletableFuture<Integer> early =
        CompletableFuture.supplyAsync(() -> ask(person, method, path));
    board.plan(false);
    assertThat(early.join()).isEqualTo(status);
  }

  @Test
  void aStreamWaitsForTheBoard() throws IOException {
    CompletableFuture<HttpResponse<InputStream>> early =
        http.sendAsync(stream(board.session), BodyHandlers.ofInputStream());
    board.plan(false);
    HttpResponse<InputStream> stream = early.join();
    stream.body().close();
    assertThat(stream.statusCode()).isEqualTo(200);
  }

  /** A person who learns from session-service that the break is over may write at once. */
  @Test
  void aPostWaitsForTheEndOfTheBreak() {
    board.plan(false);
    Person person = board.join("participant");
    board.begin("sharing-started");
    board.publish("break-started", event -> {});
    await("the break").until(() -> board.view(board.owner()).get("session.breakId") != null);
    CompletableFuture<Integer> early =
        CompletableFuture.supplyAsync(() -> ask(person, Method.POST, "/ideas"));
    board.publish("break-ended", event -> {});
    assertThat(early.join()).isEqualTo(201);
  }

  /** The control: only the event of a new session can be missing. */
  @Test
  void aRequestForAnOldOrInvalidIdDoesNotWait() {
    String old = "0190a000-0000-7000-8000-000000000001";
    for (String id : List.of(UUID.randomUUID().toString(), old, "no-id")) {
      assertThat(board.as(board.owner()).get("/api/boards/{id}", id).statusCode()).isEqualTo(404);
    }
    given().get("/api/boards/{id}", board.session).then().statusCode(401);
  }
}
