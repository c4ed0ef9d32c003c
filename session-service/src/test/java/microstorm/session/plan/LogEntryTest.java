package microstorm.session.plan;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The number and the summary of a session, which the log shows. */
@SessionServiceTest
class LogEntryTest {

  private LiveTeam team;
  private LiveSession session;
  private String facilitator;

  @BeforeEach
  void plan() {
    team = new LiveTeam("Numbers");
    session = team.plan(Map.of());
    facilitator = session.join("facilitator").token();
  }

  private static ValidatableResponse change(UUID session, String token, String body) {
    return LiveTeam.as(token).body(body).patch("/api/sessions/{id}", session).then();
  }

  private ValidatableResponse change(String token, String body) {
    return change(session.id, token, body);
  }

  private ValidatableResponse get(String token) {
    return LiveTeam.as(token).get("/api/sessions/{id}", session.id).then();
  }

  /** Cancelled sessions have ended, too, and need no other service. */
  private void end() {
    session.post(team.token, "/phase", Map.of("to", "lobby")).statusCode(200);
    session.post(team.token, "/phase", Map.of("to", "cancelled")).statusCode(200);
  }

  @Test
  void anEmptyChangeChangesNothingInWhateverPhase() {
    change(facilitator, "{}").statusCode(200).body("phase", equalTo("planned"));
    change(session.join("participant").token(), "{}").statusCode(403);
    end();
    change(facilitator, "{}").statusCode(200).body("phase", equalTo("cancelled"));
    // the control: this change is published, and nothing before it was
    change(team.token, "{\"summary\": \"The end\"}").statusCode(200);
    session.event("changed");
    assertThat(session.types()).containsOnlyOnce("changed");
  }

  @Test
  void aFacilitatorWritesTheSummaryInARunningSession() {
    session.post(facilitator, "/phase", Map.of("to", "lobby")).statusCode(200);
    session.post(facilitator, "/phase", Map.of("to", "quiet")).statusCode(200);
    change(facilitator, "{\"summary\": \" We meet less.\\r\\nAnd shorter. \"}")
        .statusCode(200)
        .body("summary", equalTo("We meet less.\nAnd shorter."));
    change(facilitator, "{\"summary\": \"x\", \"title\": \"Too late\"}")
        .statusCode(409)
        .body("type", endsWith("already-started"));
    change(facilitator, "{}")
        .statusCode(200)
        .body("phase", equalTo("quiet"))
        .body("summary", equalTo("We meet less.\nAnd shorter."));
    await()
        .until(
            () ->
                TestEvents.read("session.events", session.id).stream()
                    .filter(event -> event.type().endsWith("session.changed.v1"))
                    .anyMatch(
                        event -> event.payload().path("summary").asText().contains("shorter")));
    String day = get(facilitator).extract().path("heldOn");
    assertThat(day).as("the day of the quiet phase").isNotNull();
    change(facilitator, "{\"summary\": null}").body("summary", nullValue());
  }

  @Test
  void onlyTheTeamChangesWhatHasEnded() {
    end();
    change(facilitator, "{\"summary\": \"Later\"}")
        .statusCode(409)
        .body("type", endsWith("session-closed"));
    change(facilitator, "{\"number\": 5}").statusCode(409);
    change(team.token, "{\"summary\": \"Later\", \"number\": 5}")
        .statusCode(200)
        .body("summary", equalTo("Later"))
        .body("number", equalTo(5));
    change(team.token, "{\"problem\": \"Another\"}").statusCode(409);
  }

  @Test
  void participantsChangeNothing() {
    String participant = session.join("participant").token();
    change(participant, "{\"summary\": \"Mine\"}")
        .statusCode(403)
        .body("type", endsWith("not-facilitator"));
    get(participant).body("proposedNumber", nullValue());
  }

  @Test
  void theNextNumberOfTheLogIsProposed() {
    get(facilitator).body("proposedNumber", equalTo(1));
    team.post(Map.of("title", "Numbered", "number", 7)).statusCode(201).body("number", equalTo(7));
    get(facilitator).body("proposedNumber", equalTo(8));
    change(facilitator, "{\"number\": 8}")
        .statusCode(200)
        .body("number", equalTo(8))
        .body("proposedNumber", nullValue());
    change(facilitator, "{\"number\": 8}").statusCode(200);
    new LiveTeam("Others").plan(Map.of("number", 8));
  }

  @Test
  void aNumberIsTakenOnce() throws Exception {
    team.post(Map.of("title", "First", "number", 3)).statusCode(201);
    team.post(Map.of("title", "Second", "number", 3))
        .statusCode(409)
        .body("type", endsWith("number-in-use"))
        .body("detail", containsString("is 4."));
    change(team.token, "{\"number\": 3}").statusCode(409);

    List<LiveSession> sessions = IntStream.range(0, 4).mapToObj(i -> team.plan(Map.of())).toList();
    ExecutorService clients = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> requests =
          sessions.stream()
              .<Callable<Integer>>map(
                  one -> () -> change(one.id, team.token, "{\"number\": 9}").extract().statusCode())
              .toList();
      int taken = 0;
      for (Future<Integer> status : clients.invokeAll(requests)) {
        taken += status.get() == 200 ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void limitsAreNamed() {
    for (String body :
        List.of(
            "{\"number\": -1}",
            "{\"number\": 1000001}",
            "{\"number\": \"one\"}",
            "{\"summary\": \"" + "x".repeat(10_001) + "\"}")) {
      change(team.token, body).statusCode(400);
    }
    change(team.token, "{\"summary\": \"" + "x".repeat(10_000) + "\"}").statusCode(200);
  }
}
