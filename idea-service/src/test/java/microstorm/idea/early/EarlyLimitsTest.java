package microstorm.idea.early;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.uuid.Generators;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import microstorm.idea.IdeaServiceTest;
import microstorm.idea.LiveBoard;
import microstorm.idea.LiveBoard.Person;
import microstorm.idea.idea.Rows;
import microstorm.testing.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Early requests of one client or team leave room for others, and hold nothing while they wait. */
@IdeaServiceTest
@TestProfile(EarlyLimitsTest.FewPlaces.class)
class EarlyLimitsTest {

  private static final int CLIENT = 2;
  private static final int TEAM = 3;

  /** Few places for waiting requests, one running request of a team, and long waits. */
  public static class FewPlaces implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.ofEntries(
          Map.entry("microstorm.boards.phase-patience", "60s"),
          Map.entry("microstorm.early.waiting", Integer.toString(TEAM + CLIENT)),
          Map.entry("microstorm.early.waiting-per-team", Integer.toString(TEAM)),
          Map.entry("microstorm.early.waiting-per-client", Integer.toString(CLIENT)),
          Map.entry("microstorm.workloads.requests.patience", "60s"),
          Map.entry("microstorm.workloads.requests.running-per-team", "1"),
          Map.entry("microstorm.workloads.requests.running-per-client", "1"));
    }
  }

  @Inject MeterRegistry meters;
  @Inject BoardWatch watch;

  private final List<RawClient> clients = new ArrayList<>();

  private double waiting() {
    Gauge waiting = meters.find("microstorm.early.waiting").gauge();
    return waiting == null ? 0 : waiting.value(); // it appears with the first early request
  }

  /** Sends a request, and returns when it waits. */
  private RawClient early(String method, Person person, String path, String body)
      throws IOException {
    double before = waiting();
    RawClient client = new RawClient(RestAssured.port);
    clients.add(client);
    String head =
        "%s %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n"
            .formatted(method, path, person.token());
    String fields =
        body.isEmpty()
            ? ""
            : "Content-Type: application/json\r\nContent-Length: %d\r\n".formatted(body.length());
    client.send(head + fields + "\r\n" + body);
    await("a request that waits").until(() -> waiting() == before + 1);
    return client;
  }

  private RawClient earlyIdea(LiveBoard board, Person person) throws IOException {
    return early("POST", person, board.ideas(), "{\"text\":\"early\"}");
  }

  private RawClient earlyGroup(LiveBoard board, Person person) throws IOException {
    return early(
        "POST", person, "/api/boards/" + board.session + "/groups", "{\"name\":\"early\"}");
  }

  /** A request of an owner for a session of which no board exists yet. */
  private RawClient earlyBoard(Person owner) throws IOException {
    return early("GET", owner, newSession(), "");
  }

  private static String newSession() {
    return "/api/boards/" + Generators.timeBasedEpochGenerator().generate();
  }

  @AfterEach
  void leave() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
    await("everybody has left").until(() -> waiting() == 0 && watch.size() == 0);
  }

  private static void refusedAtOnce(LiveBoard board, Person person) {
    board
        .post(person, Map.of("text", "early"))
        .statusCode(409)
        .body("type", endsWith("#not-started"));
  }

  @Test
  void eachClientAndTeamHasAShareOfTheWaitingRequests() throws IOException {
    LiveBoard board = LiveBoard.in("lobby-opened", false);
    Person first = board.join("participant");
    Person second = board.join("participant");
    for (int i = 0; i < CLIENT; i++) {
      earlyIdea(board, first);
    }
    refusedAtOnce(board, first);
    for (int i = CLIENT; i < TEAM; i++) {
      earlyIdea(board, second); // the control: the team has more than the client
    }
    refusedAtOnce(board, second);
    LiveBoard other = LiveBoard.in("lobby-opened", false);
    earlyIdea(other, other.join("participant")); // the control: another team still waits
  }

  /** Each of them looks for another session, so that a share of each session bounds nothing. */
  @Test
  void anOwnerThatWaitsForBoardsHasAShareToo() throws IOException {
    Person owner = new LiveBoard().owner();
    for (int i = 0; i < CLIENT; i++) {
      earlyBoard(owner);
    }
    RestAssured.given().auth().oauth2(owner.token()).get(newSession()).then().statusCode(404);
    earlyBoard(new LiveBoard().owner()); // the control
  }

  @Test
  void aClientThatLeavesGivesItsPlaceBackAndItsRequestHasNoEffect() throws IOException {
    LiveBoard board = LiveBoard.in("lobby-opened", false);
    Person author = board.join("participant");
    leaves(earlyIdea(board, author));
    leaves(earlyGroup(board, author));
    leaves(earlyBoard(board.owner()));

    RawClient stays = earlyIdea(board, author); // the control
    board.begin("quiet-started");
    assertThat(stays.answer()).startsWith("HTTP/1.1 201");
    assertThat(board.view(author).getList("ideas")).hasSize(1);
    board.begin("sharing-started");
    assertThat(board.view(author).getList("groups")).isEmpty();
  }

  private void leaves(RawClient client) throws IOException {
    client.close();
    await("its place is free").until(() -> waiting() == 0);
  }

  private int topicStatus(LiveBoard board) {
    return board
        .as(board.owner())
        .body(Map.of("title", "a topic"))
        .post("/api/boards/{id}/topics", board.session)
        .statusCode();
  }

  /** In this profile a team has one running place. */
  @Test
  void aWaitingRequestHoldsNoRunningPlace() throws IOException {
    LiveBoard board = LiveBoard.in("lobby-opened", false);
    RawClient group = earlyGroup(board, board.join("participant"));
    assertThat(memberStatus(board)).isEqualTo(404);
    earlyBoard(board.owner());
    assertThat(topicStatus(board)).isEqualTo(201);
    board.begin("sharing-started");
    assertThat(group.answer()).startsWith("HTTP/1.1 201");
  }

  /** A request of another member; all members share the places of their session here. */
  private static int memberStatus(LiveBoard board) {
    return board.as(board.stranger("participant")).get(board.idea(UUID.randomUUID())).statusCode();
  }

  /** The control: a request that runs holds the place. */
  @Test
  void aRunningRequestHoldsTheRunningPlace() throws SQLException {
    LiveBoard board = LiveBoard.in("lobby-opened", false);
    LiveBoard other = LiveBoard.in("lobby-opened", false);
    CompletableFuture<Integer> running;
    CompletableFuture<Integer> next;
    try (Connection connection = Rows.connect()) {
      Rows.hold(connection, board.session);
      running = CompletableFuture.supplyAsync(() -> topicStatus(board));
      await("the request runs").until(() -> Rows.waiting() == 1);
      next =
          CompletableFuture.supplyAsync(
              () -> board.as(board.owner()).get(board.idea(UUID.randomUUID())).statusCode());
      assertThat(topicStatus(other)).isEqualTo(201);
      assertThat(next).isNotDone();
      connection.rollback();
    }
    assertThat(running.join()).isEqualTo(201);
    assertThat(next.join()).isEqualTo(404);
  }
}
