package microstorm.idea.early;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.problem.BoardProblem;
import microstorm.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Early requests are not tried again and again, because each attempt locks the board. */
@IdeaServiceTest
class PhaseRetryTest {

  private static final ProblemException EARLY = BoardProblem.QUIET.exception().retryable();

  @Inject PhaseRetry retry;
  @Inject Boards boards;

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;
  private RawClient client;
  private RoutingContext connected;

  private final AtomicInteger attempts = new AtomicInteger();

  /** Receives a request whose client stays connected. */
  @BeforeEach
  void connect() throws IOException {
    CompletableFuture<RoutingContext> request = new CompletableFuture<>();
    Router router = Router.router(vertx);
    router.route().handler(request::complete);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    client = new RawClient(server.actualPort()).send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    connected = request.orTimeout(1, TimeUnit.MINUTES).join();
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private CompletableFuture<Phase> until(UUID session, Phase phase) {
    return retry
        .retryWhileEarly(
            new EarlyClient(new Requester("team", "client"), connected),
            session,
            Uni.createFrom()
                .item(
                    () -> {
                      attempts.incrementAndGet();
                      return boards
                          .find(session)
                          .map(Board::phase)
                          .filter(phase::equals)
                          .orElseThrow(() -> EARLY);
                    }))
        .subscribeAsCompletionStage();
  }

  @Test
  void aRequestThatStaysTooEarlyIsTriedTwice() {
    LiveBoard board = LiveBoard.in("lobby-opened", false);
    assertThatThrownBy(() -> until(board.session, Phase.QUIET).join()).hasCause(EARLY);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void aRequestForABoardThatIsNeverCreatedIsTriedTwice() {
    assertThatThrownBy(() -> until(UUID.randomUUID(), Phase.QUIET).join()).hasCause(EARLY);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void aRequestInTimeIsTriedOnce() {
    LiveBoard board = LiveBoard.in("lobby-opened", false);
    assertThat(until(board.session, Phase.LOBBY).join()).isEqualTo(Phase.LOBBY);
    assertThat(attempts).hasValue(1);
  }

  /** Neither the answer nor the wait shows whether a board is absent or belongs to another team. */
  @Test
  void anAbsentBoardLooksLikeAnotherTeamsBoardEvenForANewSession() {
    LiveBoard another = LiveBoard.in("quiet-started", false);
    LiveBoard absent = new LiveBoard();
    Person owner = absent.owner();
    assertThat(refusalOf(another, owner)).isEqualTo(refusalOf(absent, owner));
    Person member = absent.stranger("participant");
    assertThat(absent.as(member).get("/api/boards/{id}", absent.session).statusCode())
        .isEqualTo(503);
    assertThat(absent.as(member).get("/api/boards/{id}", another.session).statusCode())
        .isEqualTo(404);
    given().get("/api/boards/{id}", absent.session).then().statusCode(401);
  }

  private static Map<String, Object> refusalOf(LiveBoard board, Person owner) {
    Map<String, Object> problem =
        board
            .as(owner)
            .get("/api/boards/{id}", board.session)
            .then()
            .statusCode(404)
            .extract()
            .jsonPath()
            .getMap("");
    problem.remove("instance");
    return problem;
  }
}
