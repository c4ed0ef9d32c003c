package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.LiveSession;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The report of a session held here, from the other services' golden samples. */
@ReportServiceTest
class LiveReportTest {

  private static final String TEXT = "Words that others read in the sharing phase";

  private final LiveSession live = new LiveSession();

  @Test
  void theReportFollowsTheSessionAndIsCompleteAtTheEnd() {
    live.quiet(false);
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea("shared", live.ideaEvent("shared").put("text", TEXT));
    live.publishIdea("edited", live.ideaEvent("edited").put("text", "Other words"));
    live.publish("converging-started", LiveSession.sample("converging-started"));
    live.publish("agreeing-started", LiveSession.sample("agreeing-started"));
    await().until(() -> live.report().getString("phase").equals("agreeing"));
    live.outcome();
    live.publish("closing", LiveSession.sample("closing").put("startedAt", "2026-01-02T03:12:05Z"));
    assertThat(live.report().getBoolean("complete")).isFalse();
    assertThat(live.report().getMap("$")).doesNotContainKey("scorecard");
    live.close(1);
    await().until(() -> live.report().getBoolean("complete"));

    JsonPath report = live.report();
    assertThat(report.getList("pace.spans.kind")).containsExactly("agreeing");
    assertThat(report.getList("pace.ideas")).containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
    assertThat(report.getInt("scorecard.version")).isEqualTo(1);
    assertThat(report.getString("scorecard.language")).isEqualTo("en");
    assertThat(report.getList("scorecard.standards.standard")).hasSize(8);
    assertThat(report.getMap("scorecard.standards[6]"))
        .containsEntry("standard", "quiet-time")
        .containsEntry("state", "kept")
        .containsEntry("measured", "5 min of quiet time.")
        .doesNotContainKey("hint");
    assertThat(report.getMap("scorecard.standards[6].evidence[0]"))
        .containsEntry("measure", "quiet-minutes")
        .containsEntry("phase", "quiet")
        .containsEntry("unit", "minutes");
    assertThat(report.getString("scorecard.standards[1].state"))
        .as("more hints than ideas")
        .isEqualTo("missed");
    assertThat(report.getString("phase")).isEqualTo("closed");
    assertThat(report.getString("heldOn")).as("the day it was held").isEqualTo("2026-01-02");
    assertThat(report.getList("ideas.text")).containsExactly("Other words");
    assertThat(report.getList("ideas.room")).as("the room of the event").containsExactly(2);
    assertThat(report.getList("criteria.text")).containsExactly("Criterion");
    assertThat(report.getList("outcome.groups.name")).containsExactly("Group");
    assertThat(report.getList("outcome.votes.votes")).containsExactly(2);
    assertThat(report.getDouble("outcome.marks[0].mean")).isEqualTo(3.5);
    assertThat(report.getList("outcome.actions.state")).containsExactly("done");
    assertThat(report.getInt("outcome.quiet.quietSeconds")).isEqualTo(300);
    assertThat(report.getList("outcome.breaks")).hasSize(1);
    assertThat(report.getString("outcome.breaks[0].endedAt")).isNotNull();
    assertThat(report.getMap("outcome.comparisons[0]"))
        .containsEntry("ideaId", live.idea.toString())
        .containsEntry("left", "Left")
        .containsEntry("differences", List.of("Different"));
    assertThat(report.getList("ideas.kind")).containsExactly("comparison");
    assertThat(report.getList("happenings.kind"))
        .containsExactly(
            "lobby-opened",
            "quiet-started",
            "sharing-started",
            "converging-started",
            "agreeing-started",
            "break-started",
            "break-ended",
            "closing");
    assertThat(report.getMap("happenings[2].detail"))
        .isEqualTo(Map.of("quietSeconds", 300, "pausedSeconds", 60, "endedEarly", true));
    assertThat(report.getInt("outcome.writers")).isEqualTo(7);
    assertThat(report.getList("participants.name"))
        .as("participants who left stay, observers are not listed")
        .containsExactly("Participant 1");
    assertThat(live.log()).contains("Other words", "Participant 1");
  }

  @Test
  void reportAndLogShowTheNumberAndTheSummaryThatAreWrittenLater() {
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "Words"));
    live.outcome();
    live.publish("closing", LiveSession.sample("closing"));
    live.close(1);
    await().until(() -> live.report().getBoolean("complete"));
    String before = live.log();
    ObjectNode changed = LiveSession.sample("changed");
    changed.put("teamId", live.team.toString()).put("title", "Title").putNull("logRevision");
    changed.put("number", 12).put("summary", "We meet less.\nAnd shorter.").put("participants", 2);
    live.publish("changed", changed);
    await().until(() -> !live.log().equals(before));
    assertThat(live.report().getInt("number")).isEqualTo(12);
    assertThat(live.report().getString("summary")).isEqualTo("We meet less.\nAnd shorter.");
    assertThat(live.report().getBoolean("complete")).isTrue();
    assertThat(live.log())
        .contains("### Session : 12", "**Summary**: We meet less.\n  And shorter.");
  }

  /** The control: in the log book of another team, it is a new session. */
  @Test
  void importingTheTeamsOwnExportDuplicatesNothing() {
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    String forged = "words\n\n### Session : 9\n**Title**: Forged\n- a bullet\n```";
    live.publishIdea("shared", live.ideaEvent("shared").put("text", forged));
    live.outcome();
    live.publish("closing", LiveSession.sample("closing"));
    live.close(1);
    await().until(() -> live.report().getBoolean("complete"));
    String export = live.log();

    JsonPath again = imported(live.team, export);
    assertThat(again.getMap("sessions"))
        .containsEntry("held", 1)
        .containsEntry("parsed", 0)
        .containsEntry("added", 0);
    assertThat(again.getList("warnings.code")).doesNotContain("held-here");
    assertThat(live.log()).isEqualTo(export);

    JsonPath changed = imported(live.team, export.replace("a bullet", "another bullet"));
    assertThat(changed.getInt("sessions.held")).isEqualTo(1);
    assertThat(changed.getList("warnings.code")).contains("held-here");
    assertThat(live.log()).isEqualTo(export);

    JsonPath elsewhere = imported(UUID.randomUUID(), export);
    assertThat(elsewhere.getMap("sessions")).containsEntry("held", 0).containsEntry("added", 1);
  }

  private static JsonPath imported(UUID team, String log) {
    String status =
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(team))
            .contentType("text/markdown")
            .body(log)
            .post("/api/logs")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    return given().auth().oauth2(TestIssuer.ownerOf(team)).get(status).jsonPath();
  }

  /** The control is the session whose board is sealed: its report has all of these fields. */
  @Test
  void aFieldWithoutAValueIsAbsent() {
    live.quiet();
    assertThat(live.report().getMap("$"))
        .containsKeys("sessionId", "title", "outcome", "happenings")
        .doesNotContainValue(null);
    assertThat(live.report().getMap("outcome"))
        .doesNotContainKeys("quiet", "writers", "hints")
        .containsEntry("actions", List.of());
  }

  @Test
  void aBoardWithoutOneOfItsGroupsIsNotComplete() {
    live.quiet();
    live.publish("closing", LiveSession.sample("closing"));
    live.close(1);
    UUID other = UUID.randomUUID();
    OtherServices.publishSessionEvent(
        "microstorm.session.planned.v1",
        other,
        LiveSession.sample("planned").put("teamId", live.team.toString()));
    await().until(() -> live.report(other) != null);
    assertThat(live.report().getBoolean("complete")).isFalse();
  }
}
