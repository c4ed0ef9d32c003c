package microstorm.idea.ticket;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.stream.LiveStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ticket opens one live stream for the person who requested it. */
@IdeaServiceTest
class StreamTicketTest {

  private static final int ATTEMPTS = 8;
  private static final int PER_PERSON = 5;

  @Inject StreamTickets tickets;
  @Inject Jdbi database;

  private final List<LiveStream> streams = new ArrayList<>();
  private LiveBoard board;
  private Person person;

  @BeforeEach
  void join() {
    board = LiveBoard.in("quiet-started", false);
    person = board.join("participant");
  }

  @AfterEach
  void close() {
    streams.forEach(LiveStream::close);
  }

  private String ticket(Person holder, Map<String, String> headers) {
    return board
        .as(holder)
        .headers(headers)
        .post("/api/boards/{id}/stream-tickets", board.session)
        .then()
        .statusCode(201)
        .extract()
        .path("ticket");
  }

  private String ticket() {
    return ticket(person, Map.of());
  }

  private LiveStream open(UUID session, String query) {
    LiveStream stream = LiveStream.openBy(query, RestAssured.port, session);
    streams.add(stream);
    return stream;
  }

  private LiveStream open(String ticket) {
    return open(board.session, "?ticket=" + ticket);
  }

  private void refuse(String ticket) {
    given()
        .get("/api/boards/{id}/stream?ticket={ticket}", board.session, ticket)
        .then()
        .statusCode(401)
        .body("type", equalTo("/api/problems#stream-ticket-invalid"))
        .body("instance", equalTo("/api/boards/" + board.session + "/stream"));
  }

  @Test
  void aTicketOpensTheStreamOfItsHolder() {
    board.posted(person, "mine alone");
    Person other = board.join("participant");
    String own = open(ticket()).awaitEvent("snapshot").bytes();
    assertThat(own).contains("mine alone").contains("\"mine\":true");
    assertThat(open(ticket(other, Map.of())).awaitEvent("snapshot").bytes())
        .doesNotContain("mine alone");
  }

  @Test
  void aTicketStandsForTheEditKeysToo() {
    board.posted(person, "from the other device");
    Person device = board.join("participant");
    String ticket = ticket(device, Map.of("Edit-Key", person.key()));
    assertThat(open(ticket).awaitEvent("snapshot").bytes()).contains("from the other device");
  }

  @Test
  void aTicketWorksOnce() {
    String ticket = ticket();
    assertThat(open(ticket).awaitEvent("snapshot").status()).isEqualTo(200);
    refuse(ticket);
  }

  @Test
  void aStreamResumesWithAnotherTicket() {
    LiveStream first = open(ticket()).awaitEvent("snapshot");
    String last = first.events().get(0).id();
    board.posted(person, "while away");
    LiveStream resumed =
        open(board.session, "?ticket=" + ticket() + "&lastEventId=" + last).awaitIdea("while away");
    assertThat(resumed.of("snapshot")).isEmpty();
  }

  @Test
  void ofSimultaneousAttemptsOneSucceeds() throws Exception {
    String ticket = ticket();
    ExecutorService replicas = Executors.newFixedThreadPool(ATTEMPTS);
    try {
      Callable<Optional<StreamAccess>> attempt =
          () -> tickets.redeem(board.session.toString(), ticket);
      int opened = 0;
      for (Future<Optional<StreamAccess>> result :
          replicas.invokeAll(Collections.nCopies(ATTEMPTS, attempt))) {
        opened += result.get().isPresent() ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
    } finally {
      replicas.shutdownNow();
    }
  }

  @Test
  void aTicketIsForOneBoard() {
    LiveBoard another = LiveBoard.in("lobby-opened", false);
    String ticket = ticket();
    assertThat(open(another.session, "?ticket=" + ticket).status()).isEqualTo(401);
    assertThat(open(ticket).status()).as("on its own board").isEqualTo(200);
  }

  @Test
  void aTicketExpires() {
    String ticket = ticket();
    database.useHandle(
        handle ->
            handle.execute(
                "update stream_ticket set expires_at = now() where session_id = ?", board.session));
    refuse(ticket);
  }

  @Test
  void aFurtherTicketReplacesTheOldest() {
    String oldest = ticket();
    List<String> later = new ArrayList<>();
    for (int i = 0; i < PER_PERSON; i++) {
      later.add(ticket());
    }
    refuse(oldest);
    assertThat(open(later.get(0)).status()).isEqualTo(200);
    assertThat(open(ticket(board.join("observer"), Map.of())).status())
        .as("of another person")
        .isEqualTo(200);
  }

  @Test
  void aRemovedPersonCannotUseATicket() {
    String ticket = ticket();
    board.publish("participant-left", event -> event.put("participantId", person.id().toString()));
    await("the removal")
        .until(() -> board.as(person).get("/api/boards/{id}", board.session).statusCode() == 401);
    given()
        .get("/api/boards/{id}/stream?ticket={ticket}", board.session, ticket)
        .then()
        .statusCode(401)
        .body("type", containsString("seat-gone"));
  }

  @Test
  void guessedTicketsAreRefused() {
    refuse("");
    refuse("x".repeat(43));
    refuse("x".repeat(2_000));
  }

  /** The token has precedence, so a ticket beside it stays unused. */
  @Test
  void aTokenTakesPrecedence() {
    String ticket = ticket();
    given()
        .auth()
        .oauth2("not a token")
        .get("/api/boards/{id}/stream?ticket={ticket}", board.session, ticket)
        .then()
        .statusCode(401)
        .body("type", containsString("token-invalid"));
    assertThat(open(ticket).status()).isEqualTo(200);
  }

  @Test
  void theDatabaseHoldsNeitherTheTicketNorTheTokenNorItsKeys() {
    String ticket = ticket();
    String row =
        database.withHandle(
            handle ->
                handle
                    .select(
                        "select t::text from stream_ticket t where session_id = ?", board.session)
                    .mapTo(String.class)
                    .one());
    assertThat(row)
        .contains(person.id().toString()) // the control: the row is the person's
        .doesNotContain(hex(ticket))
        .doesNotContain(hex(person.token().substring(0, 20)))
        .doesNotContain(hex(person.key()));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
