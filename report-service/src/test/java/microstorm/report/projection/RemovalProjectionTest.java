package microstorm.report.projection;

import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.report.LiveSession;
import microstorm.report.ReportServiceTest;
import microstorm.testing.WholeDatabase;
import org.junit.jupiter.api.Test;

/** Reports forget the content of ideas that were taken down or redacted. */
@ReportServiceTest
class RemovalProjectionTest {

  private static final String PLACEHOLDER = "An idea was removed by the facilitator.";

  @Inject DataSource database;

  private final LiveSession live = new LiveSession();
  private final String word = "Unmistakable" + UUID.randomUUID().toString().replace("-", "");

  private void publish(String event) {
    live.publishIdea(event, content(event));
  }

  private ObjectNode content(String event) {
    ObjectNode content = live.ideaEvent(event);
    if (event.equals("link-added")) {
      content.put("linkId", new UUID(1, live.idea.getLeastSignificantBits()).toString());
      content.put("title", word).put("url", "https://example.org/" + word);
    } else if (content.has("comparison")) {
      content.put("text", "See " + word).put("kind", "idea");
      ((ObjectNode) content.get("comparison")).put("left", word);
    }
    return content;
  }

  private void awaitKind(String kind) {
    await(kind).until(() -> live.report().getList("happenings.kind").contains(kind));
  }

  /** The control is the text that is there before, and again after the reinstatement. */
  @Test
  void aReportShowsAPlaceholderUntilTheIdeaIsReinstated() throws SQLException {
    live.quiet();
    publish("shared");
    publish("link-added");
    await().until(() -> !live.report().getList("ideas.links.flatten()").isEmpty());
    assertThat(WholeDatabase.tablesWith(database, word)).contains("report_idea", "report_link");

    publish("taken-down");
    awaitKind("idea-taken-down");
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
    assertThat(live.report().getMap("ideas[0]"))
        .containsEntry("text", PLACEHOLDER)
        .containsEntry("removal", "taken-down")
        .containsEntry("links", List.of());
    assertThat(live.report().getMap("happenings[-1].detail"))
        .isEqualTo(Map.of("ideaId", live.idea.toString(), "by", "facilitator"));

    publish("reinstated");
    publish("link-added");
    awaitKind("idea-reinstated");
    await().until(() -> !live.report().getList("ideas.links.flatten()").isEmpty());
    assertThat(live.report().getMap("ideas[0]"))
        .containsEntry("text", "See " + word)
        .doesNotContainKey("removal");
    assertThat(live.report().getList("outcome.comparisons.left")).containsExactly(word);
  }

  @Test
  void lateEventsDoNotBringRemovedContentBack() throws SQLException {
    live.quiet();
    publish("redacted");
    awaitKind("idea-redacted");
    for (String event : List.of("shared", "link-added", "edited", "submitted")) {
      publish(event);
    }
    await().until(() -> live.report().getList("ideas").size() == 1);
    publish("taken-down");
    awaitKind("idea-taken-down");
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
    assertThat(live.report().getString("ideas[0].text")).isEqualTo(PLACEHOLDER);
  }

  /** The seal counted the link of the idea, which is gone now. */
  @Test
  void aCompleteReportStaysCompleteAndItsLogFollows() throws SQLException {
    live.quiet();
    publish("shared");
    publish("link-added");
    live.outcome();
    ObjectNode sealed = live.ideaEvent("board-sealed").put("teamId", live.team.toString());
    sealed.putNull("logRevision").put("topics", 0).put("ideas", 1).put("links", 1);
    live.publishIdea("board-sealed", sealed.put("groups", 1).put("actions", 1));
    live.publish(
        "closed", LiveSession.sample("closed").put("participants", 2).putNull("logRevision"));
    await().until(() -> live.report().getBoolean("complete"));
    assertThat(live.log()).contains(word);

    publish("redacted");
    awaitKind("idea-redacted");
    assertThat(live.report().getBoolean("complete")).isTrue();
    assertThat(live.log()).contains(PLACEHOLDER).doesNotContain(word);
    assertThat(WholeDatabase.tablesWith(database, word)).isEmpty();
  }
}
