package microstorm.session.phase;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import microstorm.testing.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A quiet phase over days: people come and go, and it ends at a time that everybody knows. */
@SessionServiceTest
class OverDaysTest {

  private static final String PRESENCE = "microstorm.idea.presence-changed.v1";
  private static final String REMINDER = "quiet-end-near";

  @Inject SettableClock clock;

  private LiveTeam team;
  private LiveSession session;
  private Instant end;

  @BeforeEach
  void plan() {
    team = new LiveTeam("Three time zones");
    end = clock.instant().plus(Duration.ofDays(3));
    session =
        team.plan(
                Map.of(
                    "quietUntil",
                    end.toString(),
                    "breaks",
                    List.of(Map.of("afterMinutes", 10, "minutes", 5))))
            .through("lobby");
  }

  private void advanceTo(Instant time) {
    clock.advance(Duration.between(clock.instant(), time).plusMillis(1));
  }

  private ValidatableResponse change(String field, Object value) {
    return LiveTeam.as(session.owner)
        .body(Collections.singletonMap(field, value))
        .patch("/api/sessions/" + session.id)
        .then();
  }

  private ValidatableResponse move(Instant to) {
    return session.put(session.owner, "/phase/timer", Map.of("endsAt", to.toString()));
  }

  private long reminders() {
    return session.types().stream().filter(REMINDER::equals).count();
  }

  private void awaitReminders(int count) {
    await("reminder " + count).until(() -> reminders() == count);
  }

  private static void refused(ValidatableResponse answer, String rule) {
    answer.statusCode(409).body("type", endsWith("#" + rule));
  }

  @Test
  void thePlanNamesTheEndAndThePhaseHasIt() {
    assertThat(session.event("planned").getString("quietUntil")).isEqualTo(end.toString());
    session.through("quiet");
    assertThat(session.get().getString("quietUntil")).isEqualTo(end.toString());
    assertThat(session.get().getString("endsAt")).isEqualTo(end.toString());
    assertThat(session.event("quiet-started").getString("endsAt")).isEqualTo(end.toString());
    session
        .to("sharing")
        .statusCode(409)
        .body("detail", containsString("until 20"))
        .body("detail", not(containsString("seconds")));
    advanceTo(end);
    session.through("sharing");
    assertThat(session.event("sharing-started").getLong("quietSeconds")).isGreaterThan(250_000);
  }

  @Test
  void anEndThatDoesNotFitIsRefused() {
    for (Duration wrong : List.of(Duration.ofMinutes(-1), Duration.ofDays(401))) {
      change("quietUntil", clock.instant().plus(wrong).toString())
          .statusCode(400)
          .body("errors[0].field", equalTo("quietUntil"));
    }
    change("plannedAt", end.minus(Duration.ofDays(31)).toString()).statusCode(400);
    change("plannedAt", end.minusSeconds(60).toString()).statusCode(400);
    change("plannedAt", end.minus(Duration.ofDays(2)).toString()).statusCode(200);
    change("quietUntil", null).statusCode(200);
    assertThat(session.get().getMap("$")).doesNotContainKey("quietUntil");
  }

  @Test
  void aPhaseWhoseEndIsOverDoesNotBegin() {
    advanceTo(end);
    refused(session.to("quiet"), "quiet-until-out-of-range");
    change("title", "Another title").statusCode(200);
    change("quietUntil", clock.instant().plus(Duration.ofHours(5)).toString()).statusCode(200);
    session.through("quiet");
  }

  /** The control is in {@link ReadinessTest}: in a short session Ana's readiness is enough. */
  @Test
  void everybodyWithASeatHasToBeReadyAndNobodyIsShownAsConnected() {
    Member ana = session.join(Map.of("name", "Ana"));
    Member ben = session.join(Map.of("name", "Ben"));
    Member facilitator = session.join("facilitator");
    connect(ana);
    await("the connection").until(() -> connected().contains(true));
    session.through("quiet");
    assertThat(connected()).doesNotContain(true);
    connect(ana);
    session.post(ana.token(), "/ready", Map.of("ready", true)).statusCode(200);
    session.to("sharing").statusCode(409).body("detail", containsString("1 of 2 is not ready."));
    session
        .get(facilitator.token())
        .body("readiness.awaited", equalTo(2))
        .body("readiness.notReady", equalTo(1));
    clock.advance(Duration.ofHours(30));
    session.post(ben.token(), "/ready", Map.of("ready", true)).statusCode(200);
    assertThat(connected()).doesNotContain(true);
    session.to("sharing").statusCode(200);
  }

  private void connect(Member person) {
    String event =
        "{\"sessionId\":\"%s\",\"seq\":1,\"connected\":[\"%s\"],\"disconnected\":[]}"
            .formatted(session.id, person.id());
    TestEvents.publish("idea.events", UUID.randomUUID(), PRESENCE, session.id, event);
  }

  private List<Boolean> connected() {
    return session.list(session.owner).extract().jsonPath().getList("items.connected");
  }

  @Test
  void everybodyIsRemindedADayAndAnHourBeforeTheEnd() {
    session.join("participant");
    session.through("quiet");
    advanceTo(end.minus(Duration.ofHours(24)));
    awaitReminders(1);
    JsonPath reminder = session.event(REMINDER);
    assertThat(reminder.getString("endsAt")).isEqualTo(end.toString());
    assertThat(reminder.getInt("hoursLeft")).isEqualTo(24);
    assertThat(reminder.getInt("awaited") + reminder.getInt("notReady")).isEqualTo(2);
    advanceTo(end.minus(Duration.ofHours(1)));
    awaitReminders(2);
    assertThat(session.event(REMINDER).getInt("hoursLeft")).isEqualTo(1);
    advanceTo(end);
    session.event("quiet-time-over");
    assertThat(reminders()).isEqualTo(2);
  }

  @Test
  void afterAnOutageOneReminderIsEnough() {
    session.through("quiet");
    advanceTo(end.minus(Duration.ofMinutes(30)));
    awaitReminders(1);
    assertThat(session.event(REMINDER).getInt("hoursLeft")).isEqualTo(1);
    advanceTo(end);
    session.event("quiet-time-over");
    assertThat(reminders()).isEqualTo(1);
  }

  @Test
  void nobodyIsRemindedAfterThePhase() {
    Member ana = session.join("participant");
    session.through("quiet");
    session.post(ana.token(), "/ready", Map.of("ready", true)).statusCode(200);
    session.through("sharing");
    advanceTo(end.minus(Duration.ofMinutes(30)));
    // the planned break was due long before, so every timer until then has run
    session.event("break-started");
    assertThat(reminders()).isZero();
  }

  @Test
  void theEndIsMovedWithNotice() {
    session.through("quiet");
    Instant later = end.plus(Duration.ofDays(4));
    move(later).statusCode(200).body("endsAt", equalTo(later.toString()));
    assertThat(session.get().getString("quietUntil")).isEqualTo(later.toString());
    move(clock.instant().plus(Duration.ofDays(31)))
        .statusCode(400)
        .body("errors[0].field", equalTo("endsAt"));
    refused(move(clock.instant().plus(Duration.ofHours(23))), "quiet-time-not-over");
    Instant tomorrow = clock.instant().plus(Duration.ofHours(24)).plusSeconds(30);
    move(tomorrow).statusCode(200);
    clock.advance(Duration.ofMinutes(1));
    awaitReminders(1);
    assertThat(session.event(REMINDER).getString("endsAt")).isEqualTo(tomorrow.toString());
    move(end).statusCode(200);
    advanceTo(tomorrow);
    refused(session.to("sharing"), "quiet-time-not-over");
  }

  /** In a short session a break would be proposed after 25 minutes. */
  @Test
  void nobodyTakesBreaksTogetherBeforeSharing() {
    String inBetween = clock.instant().plus(Duration.ofHours(5)).toString();
    session
        .post(session.owner, "/breaks", Map.of("minutes", 5, "startsAt", inBetween))
        .statusCode(201);
    session.through("quiet");
    refused(session.post(session.owner, "/breaks", Map.of("minutes", 5)), "breaks-off");
    assertThat(session.get().getList("scheduledBreaks")).hasSize(1);
    advanceTo(end);
    session.event("quiet-time-over");
    session.event("break-unscheduled");
    assertThat(session.types()).doesNotContain("break-proposed", "break-started");
    session.through("sharing");
    assertThat(session.get().getList("scheduledBreaks")).hasSize(1);
    clock.advance(Duration.ofMinutes(11));
    session.event("break-started");
  }

  @Test
  void theSessionClosesAWeekAfterTheEnd() {
    session.through("quiet");
    advanceTo(end.plus(Duration.ofDays(6)));
    session.event("quiet-time-over");
    assertThat(session.get().getString("phase")).isEqualTo("quiet");
    advanceTo(end.plus(Duration.ofDays(7)));
    await("the end").until(() -> session.get().getString("phase").equals("closing"));
  }

  /** Tokens last some hours. The rejoin key is kept by the browser. */
  @Test
  void aPersonComesBackAfterDays() {
    JsonPath joined = session.tryJoin(Map.of("name", "Ana")).extract().jsonPath();
    session.through("quiet");
    advanceTo(end.minus(Duration.ofHours(2)));
    JsonPath again =
        given()
            .contentType("application/json")
            .body(Map.of("rejoinKey", joined.getString("rejoinKey")))
            .post("/api/sessions/{id}/participants/rejoin", session.id)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(again.getString("participantId")).isEqualTo(joined.getString("participantId"));
    assertThat(Instant.parse(again.getString("expiresAt"))).isAfter(clock.instant());
  }

  @Test
  void aLaterSessionDoesNotTakeOverTheEnd() {
    LiveSession copy = team.plan(Map.of("templateOf", session.id));
    assertThat(copy.get().getMap("$")).doesNotContainKey("quietUntil");
  }
}
