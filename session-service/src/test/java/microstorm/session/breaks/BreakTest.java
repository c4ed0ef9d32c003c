package microstorm.session.breaks;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A break stops the time. Breaks are proposed, are scheduled and end automatically. */
@SessionServiceTest
class BreakTest {

  @Inject SettableClock clock;

  private LiveSession session;
  private Member facilitator;

  @BeforeEach
  void write() {
    session = new LiveTeam("Resting").plan(Map.of("quietMinutes", 10)).through("lobby");
    facilitator = session.join("facilitator");
    session.through("quiet");
  }

  private static void refused(ValidatableResponse answer, String name) {
    answer.statusCode(409).body("type", equalTo("/api/problems#" + name));
  }

  private static void forbidden(ValidatableResponse answer, String name) {
    answer.statusCode(403).body("type", equalTo("/api/problems#" + name));
  }

  private static Instant instant(JsonPath json, String path) {
    return Instant.parse(json.getString(path));
  }

  private ValidatableResponse orderBreak(int minutes) {
    return session.post(facilitator.token(), "/breaks", Map.of("minutes", minutes));
  }

  @Test
  void aFinishedBreakDelaysTheEndOfTheQuietTimeByItsLength() {
    Instant before = instant(session.get(), "endsAt");
    orderBreak(30).statusCode(201);
    refused(orderBreak(5), "break-running");
    refused(session.to("sharing"), "break-running");
    clock.advance(Duration.ofMinutes(7));
    session.delete(facilitator.token(), "/breaks/current").statusCode(204);
    session.delete(facilitator.token(), "/breaks/current").statusCode(204);
    Instant started = instant(session.event("break-started"), "startedAt");
    JsonPath ended = session.event("break-ended");
    assertThat(session.types()).containsOnlyOnce("break-ended");
    Duration lasted = Duration.between(started, instant(ended, "endedAt"));
    assertThat(lasted).isGreaterThanOrEqualTo(Duration.ofMinutes(7));
    assertThat(instant(ended, "phaseEndsAt")).isEqualTo(before.plus(lasted));
    assertThat(instant(session.get(), "endsAt")).isEqualTo(before.plus(lasted));
  }

  @Test
  void noTimePassesInABreakAndItEndsAutomatically() {
    Instant before = instant(session.get(), "endsAt");
    orderBreak(30).statusCode(201);
    clock.advance(Duration.ofMinutes(29));
    assertThat(session.types()).doesNotContain("quiet-time-over");
    clock.advance(Duration.ofMinutes(2));
    JsonPath ended = session.event("break-ended");
    assertThat(instant(ended, "endedAt"))
        .isEqualTo(instant(session.event("break-started"), "endsAt"));
    assertThat(instant(ended, "phaseEndsAt")).isEqualTo(before.plus(Duration.ofMinutes(30)));
    assertThat(session.types()).doesNotContain("quiet-time-over");
    clock.advance(Duration.ofMinutes(9));
    assertThat(instant(session.event("quiet-time-over"), "overAt"))
        .isEqualTo(instant(ended, "phaseEndsAt"));
    session.to("sharing").statusCode(200);
    JsonPath shared = session.event("sharing-started");
    assertThat(shared.getInt("pausedSeconds")).isEqualTo(30 * 60);
    assertThat(shared.getInt("quietSeconds")).isBetween(10 * 60, 11 * 60);
    assertThat(shared.getBoolean("endedEarly")).isFalse();
  }

  @Test
  void aBreakAfterTheQuietTimeDoesNotExtendIt() {
    clock.advance(Duration.ofMinutes(11));
    session.event("quiet-time-over");
    Instant before = instant(session.get(), "endsAt");
    orderBreak(1).statusCode(201);
    session.delete(facilitator.token(), "/breaks/current").statusCode(204);
    assertThat(instant(session.event("break-ended"), "phaseEndsAt")).isEqualTo(before);
    session.to("sharing").statusCode(200);
  }

  @Test
  void aBreakIsProposedAfterWorkWithoutOne() {
    orderBreak(1).statusCode(201);
    session.delete(facilitator.token(), "/breaks/current").statusCode(204);
    clock.advance(Duration.ofMinutes(26));
    assertThat(session.event("break-proposed").getInt("workedMinutes")).isEqualTo(25);
    clock.advance(Duration.ofMinutes(26));
    await().until(() -> session.event("break-proposed").getInt("workedMinutes") > 50);
  }

  @Test
  void aScheduledBreakStartsAutomatically() {
    Instant startsAt = clock.instant().plus(Duration.ofMinutes(5));
    session
        .post(facilitator.token(), "/breaks", Map.of("minutes", 5, "startsAt", startsAt.toString()))
        .statusCode(201)
        .body("startedAt", nullValue());
    session.event("break-scheduled");
    clock.advance(Duration.ofMinutes(6));
    JsonPath started = session.event("break-started");
    assertThat(instant(started, "startedAt")).isAfterOrEqualTo(startsAt);
  }

  @Test
  void aScheduledBreakCanBeUnscheduled() {
    String later = clock.instant().plus(Duration.ofMinutes(5)).toString();
    String id =
        session
            .post(facilitator.token(), "/breaks", Map.of("minutes", 5, "startsAt", later))
            .extract()
            .path("breakId");
    session.delete(facilitator.token(), "/breaks/" + id).statusCode(204);
    session.delete(facilitator.token(), "/breaks/" + id).statusCode(204);
    session.delete(facilitator.token(), "/breaks/" + UUID.randomUUID()).statusCode(404);
    assertThat(session.event("break-unscheduled").getString("breakId")).isEqualTo(id);
    assertThat(session.types()).containsOnlyOnce("break-unscheduled");
    clock.advance(Duration.ofMinutes(11));
    session.event("quiet-time-over");
    assertThat(session.types()).doesNotContain("break-started");
  }

  @Test
  void onlyFacilitatorsOrderBreaksAndOnlyAfterTheStart() {
    forbidden(
        session.post(session.join("participant").token(), "/breaks", Map.of("minutes", 5)),
        "not-facilitator");
    LiveSession planned = new LiveTeam("Early").plan(Map.of());
    refused(planned.post(planned.owner, "/breaks", Map.of("minutes", 5)), "not-started");
    planned.post(planned.owner, "/breaks", Map.of("minutes", 0)).statusCode(400);
    planned.post(planned.owner, "/breaks", Map.of()).statusCode(400);
    planned
        .post(
            planned.owner,
            "/breaks",
            Map.of("minutes", 5, "startsAt", clock.instant().plus(Duration.ofDays(401)).toString()))
        .statusCode(400)
        .body("errors[0].field", equalTo("startsAt"))
        .body("errors[0].message", equalTo("must be within the next 400 days"));
    long soon = clock.instant().getEpochSecond() + 600;
    for (Object invalid :
        List.of("+999999999-12-31T23:59:59Z", "2001-02-03T04:05:06Z", soon, "" + soon)) {
      planned
          .post(planned.owner, "/breaks", Map.of("minutes", 5, "startsAt", invalid))
          .statusCode(400);
    }
    planned
        .post(
            planned.owner,
            "/breaks",
            Map.of("minutes", 5, "startsAt", Instant.ofEpochSecond(soon).toString()))
        .statusCode(201);
  }

  @Test
  void closingEndsTheBreak() {
    clock.advance(Duration.ofMinutes(11));
    session.through("sharing");
    orderBreak(30).statusCode(201);
    refused(session.to("converging"), "break-running");
    session.through("closing");
    session.event("closing");
    assertThat(session.types()).containsSubsequence("break-started", "break-ended", "closing");
  }
}
