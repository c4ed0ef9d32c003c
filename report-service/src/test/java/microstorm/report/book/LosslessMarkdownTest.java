package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import microstorm.report.LiveSession;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The Markdown of a session that was held has all that another team's report of it shows. */
@ReportServiceTest
class LosslessMarkdownTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CRITERION = "0190a000-0000-7000-8000-000000000004";
  private static final String SECOND = "0190a000-0000-7000-8000-000000000003";
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final LiveSession live = new LiveSession();
  private final UUID topic = UUID.randomUUID();
  private final UUID plain = UUID.randomUUID();

  @Test
  void theReportOfTheImportIsEqualExceptForIds() throws IOException {
    hold();
    String markdown = markdown(live.team, live.session);
    assertThat(markdown)
        .contains(
            "**Outcome**:\n",
            "- Criterion: Criterion\n",
            "- Dots: 2 for idea 4 \"**Date**: not a date\"\n",
            "- Done action: Ask Ana\n  - from: idea 4 ",
            "  - owner: Participant 1\n  - due: 2026-01-02\n");
    LiveSession other = new LiveSession();
    UUID imported = imported(other, markdown);
    JsonNode held = report(live.team, live.session);
    assertThat(held.path("outcome").path("groups")).as("no empty group").hasSize(1);
    assertThat(held.path("outcome").path("marks").findValuesAsText("criterionId"))
        .as("in the order of the plan, without the mark of the withdrawn idea")
        .containsExactly(CRITERION, SECOND);
    assertThat(comparable(report(other.team, imported))).isEqualTo(comparable(held));
    assertThat(markdown(other.team, imported)).isEqualTo(markdown);
    assertThat(other.log()).contains(markdown);
  }

  private void hold() {
    live.quiet();
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea(
        "topic-added",
        live.ideaEvent("topic-added").put("topicId", topic.toString()).put("title", "Outcome:"));
    live.publishIdea(
        "shared",
        live.ideaEvent("shared")
            .put("topicId", topic.toString())
            .put("text", "**Date**: not a date\n\n### Session : 9")
            .putNull("room"));
    share(plain, "note", "- [ ] a note\n```", 2, null);
    share(UUID.randomUUID(), "quote", "> nested\n\n# quote", 3, plain);
    share(UUID.randomUUID(), "reference", "[a link](https://example.com)", 4, null);
    UUID withdrawn = UUID.randomUUID();
    share(withdrawn, "idea", "taken back", 5, null);
    group("Cheap: and\\quick", live.idea, plain);
    group("Empty", withdrawn);
    live.publishIdea("withdrawn", live.ideaEvent("withdrawn").put("ideaId", withdrawn.toString()));
    ObjectNode counted = live.ideaEvent("votes-counted");
    ((ObjectNode) counted.get("votes").get(0)).put("ideaId", live.idea.toString());
    counted.putArray("marks");
    mark(counted, live.idea, SECOND, 2);
    mark(counted, withdrawn, CRITERION, 5);
    mark(counted, live.idea, CRITERION, 3.5);
    live.publishIdea("votes-counted", counted);
    String action = UUID.randomUUID().toString();
    ObjectNode done = live.ideaEvent("action-changed").put("actionId", action);
    done.put("ideaId", live.idea.toString()).put("text", "Ask Ana").put("owner", "Participant 1");
    done.put("dueOn", "2026-01-02").put("state", "done").putNull("finishedIn");
    live.publishIdea("action-added", done.deepCopy().put("state", "open"));
    live.publishIdea("action-changed", done);
    ObjectNode changed = LiveSession.sample("changed").put("teamId", live.team.toString());
    changed.withArray("criteria").addObject().put("id", SECOND).put("text", "Another one");
    changed.put("problem", "Why?\n\n**Title**: forged").put("summary", "We meet\nless.");
    live.publish(
        "changed", changed.put("number", 12).putNull("logRevision").put("participants", 2));
    ObjectNode sealed = live.ideaEvent("board-sealed").put("teamId", live.team.toString());
    sealed.putNull("logRevision").put("topics", 1).put("ideas", 4).put("links", 0);
    live.publishIdea("board-sealed", sealed.put("groups", 2).put("actions", 1));
    live.publish(
        "closed", LiveSession.sample("closed").put("participants", 2).putNull("logRevision"));
    await().until(() -> live.report().getBoolean("complete"));
  }

  private void share(UUID idea, String kind, String text, int position, UUID parent) {
    ObjectNode shared = live.ideaEvent("shared").put("ideaId", idea.toString());
    shared.putNull("comparison").putNull("room").put("kind", kind).put("text", text);
    shared.put("position", position);
    if (parent != null) {
      shared.put("parentId", parent.toString());
    }
    live.publishIdea("shared", shared);
  }

  private void group(String name, UUID... ideas) {
    ObjectNode grouped = live.ideaEvent("grouped").put("groupId", UUID.randomUUID().toString());
    grouped.put("name", name).putArray("ideaIds");
    List.of(ideas).forEach(idea -> grouped.withArray("ideaIds").add(idea.toString()));
    live.publishIdea("grouped", grouped);
  }

  private static void mark(ObjectNode counted, UUID idea, String criterion, double mean) {
    counted
        .withArray("marks")
        .addObject()
        .put("ideaId", idea.toString())
        .put("criterionId", criterion)
        .put("mean", mean)
        .put("count", 4);
  }

  private static UUID imported(LiveSession other, String markdown) {
    UUID session =
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(other.team))
            .contentType("text/markdown")
            .body(markdown)
            .post("/api/logs")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath()
            .getUUID("changes[0].sessionId");
    await().until(() -> !TestEvents.read("log.events", session).isEmpty());
    OtherServices.takeIn(TestEvents.read("log.events", session).get(0));
    await()
        .until(() -> other.report(session) != null && other.report(session).getBoolean("complete"));
    return session;
  }

  private static String markdown(UUID team, UUID session) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .accept("text/markdown")
        .get("/api/reports/{id}", session)
        .asString();
  }

  private static JsonNode report(UUID team, UUID session) throws IOException {
    String body =
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(team))
            .accept("application/json")
            .get("/api/reports/{id}", session)
            .asString();
    return JSON.readTree(body);
  }

  /** The report without what only a session held here has, and with numbers in place of ids. */
  private static String comparable(JsonNode report) {
    ObjectNode copy = report.deepCopy();
    copy.remove(List.of("happenings", "scorecard", "pace"));
    ((ObjectNode) copy.get("outcome")).remove(List.of("quiet", "breaks", "writers", "hints"));
    Map<String, String> numbers = new HashMap<>();
    return ID.matcher(copy.toPrettyString())
        .replaceAll(id -> numbers.computeIfAbsent(id.group(), any -> "id-" + numbers.size()));
  }
}
