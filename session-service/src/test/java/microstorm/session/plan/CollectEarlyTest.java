package microstorm.session.plan;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.session.LiveSession;
import microstorm.session.LiveSession.Member;
import microstorm.session.LiveTeam;
import microstorm.session.SessionServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ideas for a planned session can be written before it opens, if its plan says so. */
@SessionServiceTest
class CollectEarlyTest {

  private static final String WRITING_BEGAN = "microstorm.idea.writing-began.v1";

  /** Fewer people who were connected would learn that one of them has written. */
  private static final int SHOWN_FROM = 3;

  private LiveTeam team;

  @BeforeEach
  void createTeam() {
    team = new LiveTeam("Early birds");
  }

  private static ValidatableResponse change(LiveSession session, Map<String, ?> fields) {
    return LiveTeam.as(session.owner).body(fields).patch("/api/sessions/" + session.id).then();
  }

  private static void refused(ValidatableResponse answer, String rule) {
    answer.statusCode(409).body("type", endsWith("#" + rule));
  }

  @Test
  void itIsOffUnlessThePlanSaysSo() {
    LiveSession plain = team.plan(Map.of());
    assertThat(plain.get().getBoolean("settings.collectEarly")).isFalse();
    change(plain, Map.of("collectEarly", true)).statusCode(200);
    assertThat(plain.event("changed").getBoolean("settings.collectEarly")).isTrue();
    LiveSession copy = team.plan(Map.of("templateOf", plain.id));
    assertThat(copy.get().getBoolean("settings.collectEarly")).isFalse();
  }

  @Test
  void itNeedsAProblemAndACriterion() {
    Map<String, Object> plan = Map.of("title", "Early", "collectEarly", true);
    refused(team.post(plan), "problem-missing");
    refused(
        team.post(Map.of("title", "Early", "problem", "A problem?", "collectEarly", true)),
        "criteria-missing");
    LiveSession session = team.plan(Map.of("collectEarly", true));
    refused(change(session, Collections.singletonMap("problem", null)), "problem-missing");
    refused(change(session, Map.of("criteria", List.of())), "criteria-missing");
    change(session, Map.of("criteria", List.of(), "collectEarly", false)).statusCode(200);
  }

  @Test
  void writersDrawCardsBeforeTheSessionOpens() {
    for (boolean early : List.of(true, false)) {
      LiveSession session = team.plan(Map.of("collectEarly", early));
      String writer = session.join("participant").token();
      String deck =
          LiveTeam.as(writer).get("/api/sessions/{id}/cards", session.id).path("items[0].name");
      session.post(writer, "/cards", Map.of("deck", deck)).statusCode(early ? 200 : 409);
    }
  }

  /** Their ideas stay. In a session without early ideas such a person did not take part. */
  @Test
  void someoneWhoLeavesBeforeTheStartTookPart() {
    for (boolean early : List.of(true, false)) {
      LiveSession session = team.plan(Map.of("collectEarly", early));
      Member ana = session.join("participant");
      session.delete(ana.token(), "/participants/" + ana.id()).statusCode(204);
      session.list(session.owner).body("items.size()", equalTo(early ? 1 : 0));
    }
  }

  /** Writing goes on in the lobby. The control is in {@code UndoTest}. */
  @Test
  void theQuietPhaseCanBeTakenBackAlthoughSomebodyHasWritten() {
    LiveSession session = team.plan(Map.of("collectEarly", true));
    LiveSession control = team.plan(Map.of());
    for (LiveSession each : List.of(session, control)) {
      List<Member> group =
          Stream.generate(() -> each.join("participant")).limit(SHOWN_FROM).toList();
      each.through("lobby", "quiet");
      String sample = Contracts.sample("idea-service", WRITING_BEGAN);
      String event = sample.replace(JsonPath.from(sample).getString("sessionId"), "" + each.id);
      TestEvents.publish("idea.events", UUID.randomUUID(), WRITING_BEGAN, each.id, event);
      awaitLaterEvent(each, group);
    }
    refused(back(control), "ideas-written");
    back(session).statusCode(200);
  }

  private static void awaitLaterEvent(LiveSession session, List<Member> group) {
    String connected =
        group.stream().map(member -> "\"" + member.id() + "\"").collect(Collectors.joining(","));
    String event =
        "{\"sessionId\":\"%s\",\"seq\":1,\"connected\":[%s],\"disconnected\":[]}"
            .formatted(session.id, connected);
    String type = "microstorm.idea.presence-changed.v1";
    TestEvents.publish("idea.events", UUID.randomUUID(), type, session.id, event);
    await("a later event")
        .until(() -> session.list(session.owner).extract().asString().contains("connected\":true"));
  }

  private static ValidatableResponse back(LiveSession session) {
    return session.post(session.owner, "/phase", Map.of("from", "quiet", "to", "lobby"));
  }
}
