package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import microstorm.report.LiveSession;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports show the actions of a team as they are now, with the sessions of their history. */
@ReportServiceTest
class ActionHistoryTest {

  private static final String DELETED = "microstorm.session.deleted.v1";

  private final LiveSession first = new LiveSession();
  private final LiveSession second = new LiveSession(first.team);
  private final UUID action = UUID.randomUUID();

  @BeforeEach
  void holdASession() {
    first.quiet();
    publish(first, "action-added", action, "Ask Ana");
    closeWithoutIdeas(first);
  }

  private static void closeWithoutIdeas(LiveSession live) {
    live.publishIdea(
        "grouped", live.ideaEvent("grouped").put("groupId", UUID.randomUUID().toString()));
    live.publish("closing", LiveSession.sample("closing"));
    live.close(0);
  }

  private static void publish(LiveSession live, String type, UUID id, String text) {
    live.publishIdea(type, event(live, type, id, text));
  }

  private static ObjectNode event(LiveSession live, String type, UUID id, String text) {
    ObjectNode event = live.ideaEvent(type).put("actionId", id.toString()).put("text", text);
    return event.putNull("ideaId");
  }

  private void show(LiveSession live) {
    ObjectNode shown = live.ideaEvent("actions-shown");
    shown.putArray("actionIds").add(action.toString());
    live.publishIdea("actions-shown", shown);
  }

  private void publishOfTeam(String name, String text, String state) {
    String type = "microstorm.idea." + name + ".v1";
    ObjectNode event = OtherServices.ideaEvent(type);
    event.put("teamId", first.team.toString()).put("actionId", action.toString());
    event.put("text", text).put("state", state).putNull("finishedIn").putNull("finishedAt");
    TestEvents.publish("idea.events", UUID.randomUUID(), type, first.team, event.toString());
  }

  @Test
  void bothReportsShowTheRecordWithItsHistory() {
    second.quiet();
    await().until(() -> first.report().getBoolean("complete"));
    assertThat(first.report().getString("outcome.actions[0].state")).isEqualTo("open");
    assertThat(first.report().getList("outcome.actions[0].shownIn")).isEmpty();
    show(second);
    ObjectNode done = event(first, "action-changed", action, "Ask Ana").put("state", "done");
    first.publishIdea("action-changed", done.put("finishedIn", second.session.toString()));
    await().until(() -> second.report().getList("outcome.earlierActions.state").contains("done"));
    JsonPath earlier = second.report();
    assertThat(earlier.getList("outcome.actions")).isEmpty();
    assertThat(earlier.getString("outcome.earlierActions[0].sessionId"))
        .isEqualTo(first.session.toString());
    JsonPath report = first.report();
    assertThat(report.getList("outcome.actions[0].shownIn"))
        .containsExactly(second.session.toString());
    assertThat(report.getString("outcome.actions[0].finishedIn"))
        .isEqualTo(second.session.toString());
    assertThat(report.getString("outcome.actions[0].finishedAt")).isNotNull();
    assertThat(report.getBoolean("complete")).isTrue();
  }

  @Test
  void theLogShowsBothListsAndReadsThemBackByteForByte() {
    second.quiet();
    publish(second, "action-added", UUID.randomUUID(), "- # Not *a* topic");
    show(second);
    closeWithoutIdeas(second);
    await().until(() -> second.report().getBoolean("complete"));
    String log = first.log();
    assertThat(log)
        .contains("- Open action: Ask Ana\n")
        .contains("  - owner: Participant 1\n  - due: 2026-01-02\n")
        .contains("- Earlier open action: Ask Ana\n");
    assertThat(importedElsewhere(log)).isEqualTo(log);

    first.publishIdea(
        "action-changed", event(first, "action-changed", action, "Ask Ana").put("state", "done"));
    await().until(() -> first.log().contains("- Done action: Ask Ana\n"));
    assertThat(first.log()).doesNotContain("- Open action: Ask Ana");
  }

  /** The log of another team after it has imported this one. */
  private static String importedElsewhere(String log) {
    LiveSession other = new LiveSession();
    List<UUID> sessions =
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(other.team))
            .contentType("text/markdown")
            .body(log)
            .post("/api/logs")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath()
            .getList("changes.sessionId", UUID.class);
    String parsed = "microstorm.log.session-parsed.v1";
    for (UUID session : sessions) {
      await().until(() -> !TestEvents.read("log.events", session).isEmpty());
      TestEvents.read("log.events", session).stream()
          .filter(event -> event.type().equals(parsed))
          .forEach(OtherServices::takeIn);
      await()
          .until(
              () -> other.report(session) != null && other.report(session).getBoolean("complete"));
    }
    return other.log();
  }

  @Test
  void aReportStaysCompleteWhenAnActionIsDeletedLater() {
    await().until(() -> first.report().getBoolean("complete"));
    first.publishIdea("action-removed", event(first, "action-removed", action, "").without("text"));
    await().until(() -> first.report().getList("outcome.actions").isEmpty());
    assertThat(first.report().getBoolean("complete")).isTrue();
    assertThat(first.log()).doesNotContain("Ask Ana");
  }

  /** The event that it stays may arrive before the deletion and after it. */
  @Test
  void anOpenActionStaysWhenItsSessionIsDeleted() {
    second.quiet();
    show(second);
    publishOfTeam("team-action-changed", "Ask Ana", "open");
    await().until(() -> first.report().getList("outcome.actions").isEmpty());
    publish(first, "action-changed", action, "late");
    OtherServices.publishSessionEvent(
        DELETED,
        first.session,
        OtherServices.sessionEvent(DELETED).put("teamId", first.team.toString()));
    await().until(() -> first.report() == null);
    assertThat(second.report().getList("outcome.earlierActions.text")).containsExactly("Ask Ana");
    assertThat(second.report().getString("outcome.earlierActions[0].sessionId")).isNull();
    publishOfTeam("team-action-changed", "Ask Ana", "done");
    await().until(() -> second.report().getList("outcome.earlierActions.state").contains("done"));
    publishOfTeam("team-action-removed", "", "done");
    await().until(() -> second.report().getList("outcome.earlierActions").isEmpty());
  }

  /** Events of the version that copied open actions into the next session. */
  @Test
  void aCopyOfTheEarlierVersionIsTheRecordThatTheSessionShowed() {
    second.quiet();
    await().until(() -> first.report().getBoolean("complete"));
    UUID copy = UUID.randomUUID();
    second.publishIdea(
        "action-added",
        event(second, "action-added", copy, "Ask Ana").put("carriedFrom", action.toString()));
    second.publishIdea(
        "action-changed", event(second, "action-changed", copy, "Ask Ana").put("state", "done"));
    await().until(() -> second.report().getList("outcome.earlierActions.state").contains("done"));
    assertThat(second.report().getList("outcome.actions")).isEmpty();
    assertThat(first.report().getString("outcome.actions[0].finishedIn"))
        .isEqualTo(second.session.toString());
    closeWithoutIdeas(second);
    await().until(() -> second.report().getBoolean("complete"));
  }
}
