package microstorm.session.phase;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.session.SettableClock;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that can be taken back, and what the session's view says about each step beforehand. */
@SessionServiceTest
class UndoTest {

  private static final String WRITING_BEGAN = "microstorm.idea.writing-began.v1";

  @Inject SettableClock clock;

  private LiveTeam team;

  @BeforeEach
  void createTeam() {
    team = new LiveTeam("Undoers");
  }

  private static ValidatableResponse back(LiveSession session, String from, String to) {
    return session.post(session.owner, "/phase", Map.of("from", from, "to", to));
  }

  private static void refused(ValidatableResponse answer, String rule) {
    answer.statusCode(409).body("type", endsWith("#" + rule));
  }

  /** Publishes idea-service's event, and waits until the session knows it. */
  private static void somebodyWrites(LiveSession session) {
    String sample = Contracts.sample("idea-service", WRITING_BEGAN);
    String event = sample.replace(JsonPath.from(sample).getString("sessionId"), "" + session.id);
    TestEvents.publish("idea.events", UUID.randomUUID(), WRITING_BEGAN, session.id, event);
  }

  @Test
  void theQuietPhaseCanBeTakenBackWhileNobodyHasWritten() {
    LiveSession session = team.plan(Map.of("quietMinutes", 1)).through("lobby", "quiet");
    back(session, "quiet", "lobby").statusCode(200);
    assertThat(session.get().getString("phase")).isEqualTo("lobby");
    assertThat(session.get().getMap("$")).doesNotContainKey("endsAt");
    JsonPath event = session.event("phase-reverted");
    assertThat(event.getString("from") + " " + event.getString("to")).isEqualTo("quiet lobby");
    clock.advance(Duration.ofMinutes(2));
    session.through("quiet");
    refused(session.to("sharing"), "quiet-time-not-over");
    assertThat(session.get().getList("timeline.phases.phase"))
        .containsExactly("lobby", "quiet", "lobby", "quiet");
    clock.advance(Duration.ofMinutes(1));
    session.through("sharing");
    assertThat(session.event("sharing-started").getInt("quietSeconds")).isEqualTo(60);
  }

  /** Each step is stored and published, so that their number must be limited. */
  @Test
  void aSessionGoesBackOnlySoOften() {
    LiveSession session = team.plan(Map.of("quietMinutes", 1)).through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(1));
    session.through("sharing");
    int phases = 3;
    for (; phases + 2 <= 100; phases += 2) {
      session.through("converging");
      back(session, "converging", "sharing").statusCode(200);
    }
    session.through("converging");
    refused(back(session, "converging", "sharing"), "phase-order");
    session.through("agreeing");
  }

  @Test
  void afterAnIdeaALargerGroupStaysInTheQuietPhase() {
    LiveSession session = team.plan(Map.of()).through("lobby");
    for (int i = 0; i < 3; i++) {
      session.join("participant");
    }
    session.through("quiet");
    somebodyWrites(session);
    await("the refusal")
        .until(() -> "ideas-written".equals(rule(session.get().getString(refusalOf("lobby")))));
    refused(back(session, "quiet", "lobby"), "ideas-written");
    assertThat(session.get().getString("phase")).isEqualTo("quiet");
  }

  /** With few participants the refusal would tell the facilitator that one of them has written. */
  @Test
  void inASmallGroupNothingTellsWhetherSomebodyHasWritten() {
    LiveSession written = team.plan(Map.of()).through("lobby");
    LiveSession empty = team.plan(Map.of()).through("lobby");
    LiveSession known = team.plan(Map.of()).through("lobby");
    for (LiveSession session : List.of(written, empty)) {
      session.join("participant");
      session.join("participant");
      session.join("facilitator");
      session.join("observer");
      session.through("quiet");
    }
    for (int i = 0; i < 3; i++) {
      known.join("participant");
    }
    known.through("quiet");
    somebodyWrites(written);
    somebodyWrites(known);
    // the control: a larger group's session knows the later event
    await("the later event").until(() -> known.get().getString(refusalOf("lobby")) != null);
    assertThat(written.get().getList("steps")).isEqualTo(empty.get().getList("steps"));
    for (LiveSession session : List.of(written, empty)) {
      back(session, "quiet", "lobby").statusCode(200);
    }
  }

  /** A facilitator could take two seats, and learn whether the one real person has written. */
  @Test
  void seatsThatNeverConnectedDoNotMakeALargerGroup() {
    LiveSession real = team.plan(Map.of()).through("lobby");
    LiveSession padded = team.plan(Map.of()).through("lobby");
    Map<LiveSession, List<Member>> people = new HashMap<>();
    for (LiveSession session : List.of(real, padded)) {
      people.put(
          session,
          List.of(
              session.join("participant"),
              session.join("participant"),
              session.join("participant")));
      session.through("quiet");
    }
    connect(real, people.get(real));
    connect(padded, people.get(padded).subList(0, 1));
    somebodyWrites(padded);
    somebodyWrites(real);
    await("the later event").until(() -> real.get().getString(refusalOf("lobby")) != null);
    assertThat(padded.get().getString(refusalOf("lobby"))).isNull();
    back(padded, "quiet", "lobby").statusCode(200);
  }

  private static void connect(LiveSession session, List<Member> people) {
    String type = "microstorm.idea.presence-changed.v1";
    String ids =
        people.stream()
            .map(person -> "\"" + person.id() + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    TestEvents.publish(
        "idea.events",
        UUID.randomUUID(),
        type,
        session.id,
        "{\"sessionId\":\"%s\",\"seq\":1,\"connected\":%s,\"disconnected\":[]}"
            .formatted(session.id, ids));
  }

  @Test
  void choosingCanBeLeftWithoutCounting() {
    LiveSession session = team.plan(Map.of("quietMinutes", 1)).through("lobby", "quiet");
    clock.advance(Duration.ofMinutes(1));
    session.through("sharing", "converging");
    back(session, "converging", "sharing").statusCode(200);
    assertThat(session.get().getString("phase")).isEqualTo("sharing");
    assertThat(session.get().getList("timeline.phases.endedEarly")).doesNotContain(true);
    session.through("converging", "agreeing");
    refused(back(session, "agreeing", "converging"), "phase-order");
    refused(back(session, "agreeing", "sharing"), "phase-order");
  }

  @Test
  void aCancelledSessionCanBePlannedAgain() {
    LiveSession session = team.plan(Map.of()).through("lobby");
    Member person = session.join("participant");
    session.through("quiet", "cancelled");
    refused(session.to("planned"), "session-closed");
    session.tryJoin(Map.of()).statusCode(409);
    back(session, "cancelled", "planned").statusCode(200);
    back(session, "cancelled", "planned").statusCode(200);
    assertThat(session.get(person.token()).statusCode(200).extract().jsonPath().getMap("$"))
        .containsEntry("phase", "planned")
        .doesNotContainKey("since");
    session.join("participant");
    session.through("lobby", "quiet");
  }

  /** A session that was not held has the date of its plan, here and in the report. */
  @Test
  void aSessionThatGoesBackBeforeTheStartHasTheDateOfItsPlan() {
    LiveSession session = team.plan(Map.of("plannedAt", "2031-05-06T07:08:09Z")).through("lobby");
    for (String earlier : List.of("lobby", "planned")) {
      session.through("quiet");
      assertThat(session.get().getString("heldOn")).isNotEqualTo("2031-05-06");
      if (earlier.equals("planned")) {
        session.through("cancelled");
      }
      String from = session.get().getString("phase");
      back(session, from, earlier).statusCode(200);
      assertThat(session.get().getString("heldOn")).isEqualTo("2031-05-06");
      assertThat(session.event("changed").getString("heldOn")).isEqualTo("2031-05-06");
      assertThat(session.types().lastIndexOf("changed"))
          .as("published after the step")
          .isGreaterThan(session.types().lastIndexOf("phase-reverted"));
    }
    LiveSession unplanned = team.plan(Map.of()).through("lobby", "quiet");
    back(unplanned, "quiet", "lobby").statusCode(200);
    assertThat(unplanned.get().getMap("$")).doesNotContainKey("heldOn");
  }

  /** A session in its lobby is cancelled after some time, a planned one is not. */
  @Test
  void aSessionThatIsPlannedAgainDoesNotEndByItself() {
    LiveSession session = team.plan(Map.of()).through("lobby");
    back(session, "lobby", "planned").statusCode(200);
    LiveSession control = team.plan(Map.of()).through("lobby");
    clock.advance(Duration.ofHours(13));
    await("the end of the control")
        .until(() -> control.get().getString("phase").equals("cancelled"));
    assertThat(session.get().getString("phase")).isEqualTo("planned");
  }

  /** An old request that is repeated must not take a later step back. */
  @Test
  void aStepBackNamesThePhaseThatItLeaves() {
    LiveSession session = team.plan(Map.of()).through("lobby", "quiet");
    refused(session.to("lobby"), "phase-order");
    session.to("lobby").body("detail", containsString("send the field from"));
    refused(back(session, "lobby", "cancelled"), "phase-order");
    assertThat(session.get().getString("phase")).isEqualTo("quiet");
    Member person = session.join("participant");
    session.post(person.token(), "/phase", Map.of("from", "quiet", "to", "lobby")).statusCode(403);
  }

  @Test
  void someoneWhoLeavesAfterTheSessionWentBackHasTakenPart() {
    LiveSession session = team.plan(Map.of()).through("lobby");
    Member early = session.join("participant");
    session.delete(early.token(), "/participants/" + early.id()).statusCode(204);
    assertThat(session.event("participant-left").getBoolean("tookPart")).isFalse();
    Member late = session.join("participant");
    session.through("quiet");
    back(session, "quiet", "lobby").statusCode(200);
    session.delete(late.token(), "/participants/" + late.id()).statusCode(204);
    await("the second event").until(() -> session.event("participant-left").getBoolean("tookPart"));
  }

  @Test
  void theViewSaysWhichStepsArePossibleAndWhichCanBeTakenBack() {
    LiveSession session = team.plan(Map.of("quietMinutes", 1)).through("lobby", "quiet");
    Member person = session.join("participant");
    assertThat(session.get(person.token()).extract().jsonPath().getMap("$"))
        .doesNotContainKey("steps");
    assertThat(session.get().getList("steps.to")).containsExactly("sharing", "cancelled", "lobby");
    assertThat(session.get().getList("steps.back")).containsExactly(false, false, true);
    assertThat(session.get().getList("steps.possible")).containsExactly(false, true, true);
    assertThat(session.get().getList("steps.reversible")).containsExactly(false, true, true);
    assertThat(rule(session.get().getString(refusalOf("sharing"))))
        .isEqualTo("quiet-time-not-over");
    clock.advance(Duration.ofMinutes(1));
    assertThat(session.get().getList("steps.possible")).containsExactly(true, true, true);
    session.through("sharing");
    assertThat(session.get().getList("steps.to"))
        .containsExactly("converging", "agreeing", "closing");
    assertThat(session.get().getList("steps.reversible")).containsExactly(true, false, false);
    session.post(session.owner, "/breaks", Map.of("minutes", 5)).statusCode(201);
    assertThat(session.get().getList("steps.possible")).containsExactly(false, false, true);
    session.through("closing").sealed();
    assertThat(session.get().getList("steps")).isEmpty();
  }

  private static String refusalOf(String to) {
    return "steps.find { it.to == '" + to + "' }.refusal?.type";
  }

  private static String rule(String type) {
    return type == null ? null : type.substring(type.indexOf('#') + 1);
  }
}
