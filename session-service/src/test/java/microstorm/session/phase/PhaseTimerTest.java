package microstorm.session.phase;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import microstorm.session.LiveSession;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time for a phase is seen, moved and removed, and ends no phase. */
@SessionServiceTest
class PhaseTimerTest {

  private static final String TIMER = "/phase/timer";

  @Inject SettableClock clock;

  private LiveTeam team;
  private LiveSession session;

  @BeforeEach
  void plan() {
    team = new LiveTeam("Timekeepers");
    session = team.plan(Map.of("quietMinutes", 1, "sharingMinutes", 15)).through("lobby");
  }

  private void share() {
    session.through("quiet");
    clock.advance(Duration.ofMinutes(1));
    session.through("sharing");
  }

  private Instant end() {
    String end = session.get().getString("endsAt");
    return end == null ? null : Instant.parse(end);
  }

  private ValidatableResponse set(Map<String, ?> time) {
    return session.put(session.owner, TIMER, time);
  }

  @Test
  void aPlannedTimeBeginsWithItsPhaseAndEndsNothing() {
    share();
    Instant planned = end();
    assertThat(planned).isEqualTo(Instant.parse(session.get().getString("since")).plusSeconds(900));
    assertThat(Instant.parse(session.event("phase-timer-set").getString("endsAt")))
        .isEqualTo(planned);
    clock.advance(Duration.ofMinutes(20));
    set(Map.of("minutes", 5)).statusCode(200).body("phase", equalTo("sharing"));
    session.through("converging");
    assertThat(end()).isNull();
  }

  @Test
  void aTimeIsExtendedByItsEndAndRemoved() {
    share();
    Instant later = end().plusSeconds(300);
    for (int attempt = 1; attempt <= 2; attempt++) {
      set(Map.of("endsAt", later.toString())).statusCode(200).body("endsAt", equalTo(later + ""));
    }
    for (int attempt = 1; attempt <= 2; attempt++) {
      session.delete(session.owner, TIMER).statusCode(204);
      assertThat(end()).isNull();
    }
    session.through("converging");
    session.event("converging-started");
    String type = "phase-timer-set";
    assertThat(session.types()).filteredOn(type::equals).hasSize(3);
  }

  @Test
  void aBreakPostponesTheEnd() {
    share();
    Instant before = end();
    session.post(session.owner, "/breaks", Map.of("minutes", 5)).statusCode(201);
    set(Map.of("minutes", 5)).statusCode(409).body("type", endsWith("#break-running"));
    clock.advance(Duration.ofMinutes(2));
    session.delete(session.owner, "/breaks/current").statusCode(204);
    assertThat(end()).isBetween(before.plusSeconds(120), before.plusSeconds(180));
  }

  @Test
  void theQuietTimeIsExtendedButNeverShortened() {
    session.through("quiet");
    Instant before = end();
    set(Map.of("endsAt", before.minusSeconds(1).toString()))
        .statusCode(409)
        .body("type", endsWith("#quiet-time-not-over"));
    session.delete(session.owner, TIMER).statusCode(409);
    assertThat(end()).isEqualTo(before);
    set(Map.of("endsAt", before.plusSeconds(60).toString())).statusCode(200);
    clock.advance(Duration.ofSeconds(90));
    session.to("sharing").statusCode(409).body("type", endsWith("#quiet-time-not-over"));
    clock.advance(Duration.ofSeconds(30));
    session.through("sharing");
  }

  /**
   * The session closes by itself 12 hours after the end that was set, not after the phase began.
   */
  @Test
  void theSessionDoesNotCloseBeforeTheEnd() {
    share();
    set(Map.of("minutes", 20 * 60)).statusCode(200);
    clock.advance(Duration.ofHours(13));
    // a later timer has run, so the one that closes would have
    session
        .post(session.owner, "/phase", Map.of("to", "converging", "delaySeconds", 1))
        .statusCode(202);
    clock.advance(Duration.ofSeconds(1));
    await("the next phase").until(() -> session.get().getString("phase").equals("converging"));
  }

  @Test
  void onlyThoseWhoLeadSetTheTimeOfARunningPhase() {
    set(Map.of("minutes", 5)).statusCode(409).body("type", endsWith("#not-started"));
    share();
    String person = session.join("participant").token();
    session.put(person, TIMER, Map.of("minutes", 5)).statusCode(403);
    session.delete(person, TIMER).statusCode(403);
    String facilitator = session.join("facilitator").token();
    session.put(facilitator, TIMER, Map.of("minutes", 5)).statusCode(200);
    session.through("closing").sealed();
    set(Map.of("minutes", 5)).statusCode(409).body("type", endsWith("#session-closed"));
  }

  @Test
  void wrongTimesAreRefused() {
    share();
    Instant planned = end();
    String past = clock.instant().minusSeconds(1).toString();
    String far = clock.instant().plus(Duration.ofDays(2)).toString();
    set(Map.of()).statusCode(400).body("detail", containsString("minutes"));
    set(Map.of("minutes", 5, "endsAt", planned.toString())).statusCode(400);
    set(Map.of("minutes", 0)).statusCode(400);
    set(Map.of("endsAt", past)).statusCode(400).body("detail", containsString("endsAt"));
    set(Map.of("endsAt", far)).statusCode(400);
    assertThat(end()).isEqualTo(planned);
  }

  @Test
  void plannedTimesCanBeRemovedFromAPlan() {
    LiveTeam.as(session.owner)
        .body(Collections.singletonMap("sharingMinutes", null))
        .patch("/api/sessions/" + session.id)
        .then()
        .statusCode(200)
        .body("settings.sharingMinutes", nullValue());
    share();
    assertThat(end()).isNull();
  }
}
