package microstorm.session.phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The conditions for changing the phase, and the events of the changes. */
@SessionServiceTest
class PhaseTest {

  @Inject SettableClock clock;

  private LiveTeam team;

  @BeforeEach
  void createTeam() {
    team = new LiveTeam("Brainstormers");
  }

  private static void refused(ValidatableResponse answer, String name) {
    answer.statusCode(409).body("type", equalTo("/api/problems#" + name));
  }

  @Test
  void theQuietPhaseNeedsAProblemAndACriterion() {
    LiveSession session = team.plan(Map.of("problem", "", "criteria", List.of()));
    session.through("lobby");
    refused(session.to("quiet"), "problem-missing");
    LiveTeam.as(team.token)
        .body(Map.of("problem", "Which?"))
        .patch("/api/sessions/{id}", session.id)
        .then()
        .statusCode(200);
    refused(session.to("quiet"), "criteria-missing");
    LiveTeam.as(team.token)
        .body(Map.of("criteria", List.of("Cheap")))
        .patch("/api/sessions/{id}", session.id)
        .then()
        .statusCode(200);
    session.to("quiet").statusCode(200).body("endsAt", notNullValue());
    refused(
        LiveTeam.as(team.token)
            .body(Map.of("problem", "Another?"))
            .patch("/api/sessions/{id}", session.id)
            .then(),
        "already-started");
  }

  @Test
  void anUnknownPhaseIsAnsweredWithTheKnownOnes() {
    LiveSession session = team.plan(Map.of());
    session
        .to("brainstorm")
        .statusCode(400)
        .body("detail", containsString("The field to must be one of \"planned\", \"lobby\","));
  }

  @Test
  void sharingWaitsForTheQuietTime() {
    LiveSession session = team.plan(Map.of("quietMinutes", 2)).through("lobby", "quiet");
    refused(session.to("sharing"), "quiet-time-not-over");
    int left =
        Integer.parseInt(
            session
                .to("sharing")
                .body("detail", containsString("2 more minutes"))
                .extract()
                .header("Retry-After"));
    assertThat(left).isBetween(1, 120);
    clock.advance(Duration.ofSeconds(left));
    session.to("sharing").statusCode(200).body("endsAt", nullValue());
    JsonPath event = session.event("sharing-started");
    assertThat(event.getBoolean("endedEarly")).isFalse();
    assertThat(event.getLong("quietSeconds")).isGreaterThanOrEqualTo(120);
    assertThat(event.getLong("pausedSeconds")).isZero();
  }

  @Test
  void quietTimeEndsEarlyWhenEveryonePresentIsReady() {
    LiveSession session = team.plan(Map.of()).through("lobby");
    Member first = session.join("participant");
    Member second = session.join("participant");
    session.join("facilitator");
    Member gone = session.join("participant");
    session.join("observer");
    session.post(first.token(), "/ready", Map.of("ready", true)).statusCode(200);
    session.through("quiet");
    session.post(second.token(), "/ready", Map.of("ready", true)).statusCode(200);
    refused(session.to("sharing"), "quiet-time-not-over");
    session.post(first.token(), "/ready", Map.of("ready", true)).statusCode(200);
    refused(session.to("sharing"), "quiet-time-not-over");
    session.delete(gone.token(), "/participants/" + gone.id()).statusCode(204);
    session.to("sharing").statusCode(200);
    assertThat(session.event("sharing-started").getBoolean("endedEarly")).isTrue();
    assertThat(session.list(team.token).extract().jsonPath().getList("items.ready"))
        .doesNotContain(true);
  }

  @Test
  void anEmptySessionIsNotReady() {
    refused(team.plan(Map.of()).through("lobby", "quiet").to("sharing"), "quiet-time-not-over");
  }

  @Test
  void withoutVotesTheGroupDoesNotConverge() {
    LiveSession session = team.plan(Map.of("votesPerPerson", 0)).through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(5));
    session.through("sharing");
    refused(session.to("converging"), "convergence-off");
    session.through("agreeing", "closing");
  }

  @Test
  void theResultsAreShownAfterTheGroupHasChosen() {
    LiveSession session = team.plan(Map.of()).through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(5));
    session.through("sharing", "converging", "agreeing");
    assertThat(session.get().getString("phase")).isEqualTo("agreeing");
    assertThat(session.event("agreeing-started").getString("startedAt"))
        .isEqualTo(session.get().getString("since"));
    refused(session.to("converging"), "phase-order");
    session.through("closing").sealed();
  }

  @Test
  void aChangeOutOfOrderIsAnsweredWithThePossibleOnes() {
    LiveSession session = team.plan(Map.of()).through("lobby");
    refused(session.to("sharing"), "phase-order");
    session.to("sharing").body("detail", containsString("quiet or cancelled"));
    session.to("dancing").statusCode(400);
    session.post(team.token, "/phase", Map.of()).statusCode(400);
  }

  @Test
  void repeatedRequestsAreOneChange() throws Exception {
    LiveSession session = team.plan(Map.of()).through("lobby");
    ExecutorService clients = Executors.newFixedThreadPool(6);
    try {
      Callable<Integer> call = () -> session.to("quiet").extract().statusCode();
      for (Future<Integer> status : clients.invokeAll(Collections.nCopies(12, call))) {
        assertThat(status.get()).isEqualTo(200);
      }
    } finally {
      clients.shutdownNow();
    }
    session.event("quiet-started");
    assertThat(session.types()).containsOnlyOnce("quiet-started");
  }
}
