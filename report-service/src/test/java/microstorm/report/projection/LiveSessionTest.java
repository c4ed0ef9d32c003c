package microstorm.report.projection;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.LiveSession;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.Test;

/** The projection of a session held here. */
@ReportServiceTest
class LiveSessionTest {

  private static final String SECRET = "Nobody may read this before sharing";

  @Inject DataSource database;

  private final LiveSession live = new LiveSession();

  /** As in a replay, which happens long after the event. */
  @Test
  void aHappeningWithoutATimeHasTheTimeOfItsEvent() {
    live.quiet();
    String type = "microstorm.session.checklist-changed.v1";
    Instant then = Instant.parse("2026-01-02T03:04:05Z");
    String ticked =
        LiveSession.sample("checklist-changed")
            .put("sessionId", live.session.toString())
            .toString();
    TestEvents.publish("session.events", UUID.randomUUID(), type, live.session, then, ticked);
    String path = "happenings.find { it.kind == 'checklist-changed' }.happenedAt";
    await().until(() -> live.report().get(path) != null);
    assertThat(Instant.parse(live.report().getString(path))).isEqualTo(then);
  }

  @Test
  void theTimelineNamesThePeopleInARoomById() {
    live.quiet();
    live.publish("rooms-formed", LiveSession.sample("rooms-formed"));
    await().until(() -> live.report().getList("happenings.kind").contains("rooms-formed"));
    assertThat(live.report().getList("happenings[-1].detail.rooms"))
        .containsExactly(
            Map.of("number", 1, "participantIds", List.of("0190a000-0000-7000-8000-000000000003")));
  }

  @Test
  void theTimelineShowsThatTheGroupWentBack() {
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publish("converging-started", LiveSession.sample("converging-started"));
    live.publish("phase-reverted", LiveSession.sample("phase-reverted"));
    await().until(() -> live.report().getList("happenings.kind").contains("phase-reverted"));
    assertThat(live.report().getString("phase")).isEqualTo("sharing");
    assertThat(live.report().getMap("happenings[-1].detail"))
        .isEqualTo(Map.of("from", "converging", "to", "sharing"));
    assertThat(live.report().getList("outcome.votes")).isEmpty();
  }

  /** The events of a session may be published a second time. */
  @Test
  void aStepBackThatArrivesAgainChangesNothing() {
    live.quiet();
    ObjectNode back = LiveSession.sample("phase-reverted").put("to", "lobby");
    live.publish("phase-reverted", back);
    await().until(() -> live.report().getString("phase").equals("lobby"));
    live.publish(
        "quiet-started",
        LiveSession.sample("quiet-started").put("startedAt", "2026-01-02T03:04:06Z"));
    live.publish("phase-reverted", back);
    live.publish("rooms-merged", LiveSession.sample("rooms-merged"));
    await().until(() -> live.report().getList("happenings.kind").contains("rooms-merged"));
    assertThat(live.report().getString("phase")).isEqualTo("quiet");
    assertThat(live.report().getList("happenings.kind")).containsOnlyOnce("phase-reverted");
  }

  /** A group can go back again and again. */
  @Test
  void theTimelineHasALimitAndThePhaseHasNot() throws SQLException {
    live.quiet();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into report_happening (session_id, at, kind, detail)
          select '%s', now(), 'break-proposed', '{}'
          from generate_series(1, %d - (
            select count(*) from report_happening where session_id = '%s'))
          """
              .formatted(live.session, TimelineProjection.MAX_HAPPENINGS - 1, live.session));
    }
    live.publish("break-started", LiveSession.sample("break-started"));
    live.publish("break-ended", LiveSession.sample("break-ended"));
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    await().until(() -> live.report().getString("phase").equals("sharing"));
    assertThat(live.report().getList("happenings.kind"))
        .hasSize(TimelineProjection.MAX_HAPPENINGS)
        .contains("break-started")
        .doesNotContain("break-ended", "sharing-started");
  }

  /** A withdrawn idea that its author brings back is shared a second time. */
  @Test
  void anIdeaThatWasBroughtBackIsInTheReport() {
    live.quiet();
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "first"));
    await().until(() -> live.report().getList("ideas").size() == 1);
    live.publishIdea("withdrawn", live.ideaEvent("withdrawn"));
    await().until(() -> live.report().getList("ideas").isEmpty());
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "again"));
    await().until(() -> live.report().getList("ideas.text").equals(List.of("again")));
  }

  @Test
  void groupsAndActionsNoLongerNameAWithdrawnIdea() {
    live.quiet();
    UUID other = UUID.randomUUID();
    for (UUID id : List.of(live.idea, other)) {
      live.publishIdea("shared", live.ideaEvent("shared").put("ideaId", id.toString()));
    }
    ObjectNode group = live.ideaEvent("grouped").put("groupId", UUID.randomUUID().toString());
    group.putArray("ideaIds").add(live.idea.toString()).add(other.toString());
    live.publishIdea("grouped", group);
    ObjectNode action = live.ideaEvent("action-added");
    action.put("actionId", UUID.randomUUID().toString()).put("ideaId", live.idea.toString());
    live.publishIdea("action-added", action);
    await()
        .until(
            () ->
                live.report()
                    .getList("outcome.actions.ideaId")
                    .equals(List.of(live.idea.toString())));

    live.publishIdea("withdrawn", live.ideaEvent("withdrawn"));
    group.putArray("ideaIds").add(other.toString());
    live.publishIdea("grouped", group);
    live.publishIdea("action-changed", action.putNull("ideaId"));
    await().until(() -> live.report().get("outcome.actions[0].ideaId") == null);
    assertThat(live.report().getList("outcome.actions.text")).hasSize(1);
    assertThat(live.report().getList("outcome.groups.ideaIds"))
        .containsExactly(List.of(other.toString()));
    assertThat(live.report().prettify()).doesNotContain(live.idea.toString());
  }

  /** The control is the sharing: after it, the same search finds the text. */
  @Test
  void ideasOfTheQuietPhaseAreNotStored() throws SQLException {
    live.quiet();
    live.publishIdea(
        "submitted", live.ideaEvent("submitted").put("text", SECRET).put("shared", false));
    live.publishIdea("edited", live.ideaEvent("edited").put("text", SECRET));
    live.publishIdea(
        "submitted", live.ideaEvent("submitted").put("ideaId", UUID.randomUUID().toString()));
    await().until(() -> live.report().getList("ideas").size() == 1);
    assertThat(WholeDatabase.tablesWith(database, SECRET)).isEmpty();
    assertThat(live.report().prettify() + live.log()).doesNotContain(SECRET);

    live.publishIdea("shared", live.ideaEvent("shared").put("text", SECRET));
    await().until(() -> live.report().getList("ideas").size() == 2);
    assertThat(WholeDatabase.tablesWith(database, SECRET)).contains("report_idea");
    assertThat(live.report().prettify()).contains(SECRET);
  }
}
