package microstorm.report;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The report of a session held here, from the other services' golden samples. */
@ReportServiceTest
class LiveSessionTest {

  private static final String SECRET = "Nobody may read this before sharing";

  @Inject DataSource database;

  private final UUID team = UUID.randomUUID();
  private final UUID session = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();
  private final UUID idea = UUID.randomUUID();

  @Test
  void theReportFollowsTheSessionAndIsCompleteAtTheEnd() {
    quiet();
    publish("sharing-started", sample("sharing-started"));
    publishIdea("shared", ideaEvent("shared").put("text", SECRET));
    publishIdea("edited", ideaEvent("edited").put("text", "Other words"));
    publish("converging-started", sample("converging-started"));
    publish("agreeing-started", sample("agreeing-started"));
    await().until(() -> report().getString("phase").equals("agreeing"));
    outcome();
    publish("closing", sample("closing"));
    assertThat(report().getBoolean("complete")).isFalse();
    close(1);
    await().until(() -> report().getBoolean("complete"));

    JsonPath report = report();
    assertThat(report.getString("phase")).isEqualTo("closed");
    assertThat(report.getString("heldOn")).as("the day it was held").isEqualTo("2026-01-02");
    assertThat(report.getList("ideas.text")).containsExactly("Other words");
    assertThat(report.getList("criteria.text")).containsExactly("Criterion");
    assertThat(report.getList("outcome.groups.name")).containsExactly("Group");
    assertThat(report.getList("outcome.votes.votes")).containsExactly(2);
    assertThat(report.getDouble("outcome.marks[0].mean")).isEqualTo(3.5);
    assertThat(report.getList("outcome.actions.state")).containsExactly("done");
    assertThat(report.getInt("outcome.quiet.quietSeconds")).isEqualTo(300);
    assertThat(report.getList("outcome.breaks")).hasSize(1);
    assertThat(report.getString("outcome.breaks[0].endedAt")).isNotNull();
    assertThat(report.getMap("outcome.comparisons[0]"))
        .containsEntry("ideaId", idea.toString())
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
    assertThat(log()).contains("Other words", "Participant 1");
  }

  /** The control: in the log book of another team, it is a new session. */
  @Test
  void importingTheTeamsOwnExportDuplicatesNothing() {
    quiet();
    publish("sharing-started", sample("sharing-started"));
    String forged = "words\n\n### Session : 9\n**Title**: Forged\n- a bullet\n```";
    publishIdea("shared", ideaEvent("shared").put("text", forged));
    outcome();
    publish("closing", sample("closing"));
    close(1);
    await().until(() -> report().getBoolean("complete"));
    String export = log();

    JsonPath again = imported(team, export);
    assertThat(again.getMap("sessions"))
        .containsEntry("held", 1)
        .containsEntry("parsed", 0)
        .containsEntry("added", 0);
    assertThat(again.getList("warnings.code")).doesNotContain("held-here");
    assertThat(log()).isEqualTo(export);

    JsonPath changed = imported(team, export.replace("a bullet", "another bullet"));
    assertThat(changed.getInt("sessions.held")).isEqualTo(1);
    assertThat(changed.getList("warnings.code")).contains("held-here");
    assertThat(log()).isEqualTo(export);

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

  /** As in a replay, which happens long after the event. */
  @Test
  void aHappeningWithoutATimeHasTheTimeOfItsEvent() {
    quiet();
    String type = "microstorm.session.checklist-changed.v1";
    Instant then = Instant.parse("2026-01-02T03:04:05Z");
    String ticked = sample("checklist-changed").put("sessionId", session.toString()).toString();
    TestEvents.publish("session.events", UUID.randomUUID(), type, session, then, ticked);
    String path = "happenings.find { it.kind == 'checklist-changed' }.happenedAt";
    await().until(() -> report().get(path) != null);
    assertThat(Instant.parse(report().getString(path))).isEqualTo(then);
  }

  @Test
  void theTimelineNamesThePeopleInARoomById() {
    quiet();
    publish("rooms-formed", sample("rooms-formed"));
    await().until(() -> report().getList("happenings.kind").contains("rooms-formed"));
    assertThat(report().getList("happenings[-1].detail.rooms"))
        .containsExactly(
            Map.of("number", 1, "participantIds", List.of("0190a000-0000-7000-8000-000000000003")));
  }

  /** The control is the session whose board is sealed: its report has all of these fields. */
  @Test
  void aFieldWithoutAValueIsAbsent() {
    quiet();
    assertThat(report().getMap("$"))
        .containsKeys("sessionId", "title", "outcome", "happenings")
        .doesNotContainValue(null);
    assertThat(report().getMap("outcome"))
        .doesNotContainKeys("quiet", "writers", "hints")
        .containsEntry("actions", List.of());
  }

  @Test
  void groupsAndActionsNoLongerNameAWithdrawnIdea() {
    quiet();
    UUID other = UUID.randomUUID();
    for (UUID id : List.of(idea, other)) {
      publishIdea("shared", ideaEvent("shared").put("ideaId", id.toString()));
    }
    ObjectNode group = ideaEvent("grouped").put("groupId", UUID.randomUUID().toString());
    group.putArray("ideaIds").add(idea.toString()).add(other.toString());
    publishIdea("grouped", group);
    ObjectNode action = ideaEvent("action-added");
    action.put("actionId", UUID.randomUUID().toString()).put("ideaId", idea.toString());
    publishIdea("action-added", action);
    await()
        .until(() -> report().getList("outcome.actions.ideaId").equals(List.of(idea.toString())));

    publishIdea("withdrawn", ideaEvent("withdrawn"));
    group.putArray("ideaIds").add(other.toString());
    publishIdea("grouped", group);
    publishIdea("action-changed", action.putNull("ideaId"));
    await().until(() -> report().get("outcome.actions[0].ideaId") == null);
    assertThat(report().getList("outcome.actions.text")).hasSize(1);
    assertThat(report().getList("outcome.groups.ideaIds"))
        .containsExactly(List.of(other.toString()));
    assertThat(report().prettify()).doesNotContain(idea.toString());
  }

  @Test
  void aBoardWithoutOneOfItsGroupsIsNotComplete() {
    quiet();
    publish("closing", sample("closing"));
    close(1);
    UUID other = UUID.randomUUID();
    OtherServices.publishSessionEvent(
        "microstorm.session.planned.v1", other, sample("planned").put("teamId", team.toString()));
    await().until(() -> report(other) != null);
    assertThat(report().getBoolean("complete")).isFalse();
  }

  /** The control is the sharing: after it, the same search finds the text. */
  @Test
  void ideasOfTheQuietPhaseAreNotStored() throws SQLException {
    quiet();
    publishIdea("submitted", ideaEvent("submitted").put("text", SECRET).put("shared", false));
    publishIdea("edited", ideaEvent("edited").put("text", SECRET));
    publishIdea("submitted", ideaEvent("submitted").put("ideaId", UUID.randomUUID().toString()));
    await().until(() -> report().getList("ideas").size() == 1);
    assertThat(everyTextInTheDatabase()).doesNotContain(SECRET);
    assertThat(report().prettify() + log()).doesNotContain(SECRET);

    publishIdea("shared", ideaEvent("shared").put("text", SECRET));
    await().until(() -> report().getList("ideas").size() == 2);
    assertThat(everyTextInTheDatabase()).contains(SECRET);
    assertThat(report().prettify()).contains(SECRET);
  }

  private void quiet() {
    ObjectNode planned = sample("planned").put("teamId", team.toString());
    planned.putNull("logRevision").putNull("heldOn");
    publish("planned", planned);
    publish("lobby-opened", sample("lobby-opened"));
    publish(
        "participant-joined", sample("participant-joined").put("participantId", person.toString()));
    publish(
        "participant-joined",
        sample("participant-joined")
            .put("participantId", UUID.randomUUID().toString())
            .put("position", 1)
            .put("name", "Onlooker")
            .put("role", "observer"));
    publish("quiet-started", sample("quiet-started"));
    await().until(() -> report() != null && report().getString("phase").equals("quiet"));
  }

  private void outcome() {
    publishIdea("grouped", ideaEvent("grouped").put("groupId", UUID.randomUUID().toString()));
    ObjectNode counted = ideaEvent("votes-counted");
    ((ObjectNode) counted.get("votes").get(0)).put("ideaId", idea.toString());
    ((ObjectNode) counted.get("marks").get(0)).put("ideaId", idea.toString());
    publishIdea("votes-counted", counted);
    String action = UUID.randomUUID().toString();
    publishIdea("action-added", ideaEvent("action-added").put("actionId", action));
    publishIdea("action-changed", ideaEvent("action-changed").put("actionId", action));
    publish("break-started", sample("break-started"));
    publish("break-ended", sample("break-ended"));
    publish(
        "participant-left",
        sample("participant-left").put("participantId", person.toString()).put("tookPart", true));
  }

  private void close(int ideas) {
    ObjectNode sealed = ideaEvent("board-sealed").put("teamId", team.toString());
    sealed.putNull("logRevision").put("topics", 0).put("ideas", ideas).put("links", 0);
    sealed.put("groups", 1).put("actions", 1);
    publishIdea("board-sealed", sealed);
    publish("closed", sample("closed").put("participants", 2).putNull("logRevision"));
  }

  private static ObjectNode sample(String event) {
    return OtherServices.sessionEvent("microstorm.session." + event + ".v1");
  }

  private ObjectNode ideaEvent(String event) {
    ObjectNode sample = OtherServices.ideaEvent("microstorm.idea." + event + ".v1");
    if (sample.has("ideaId")) {
      sample.put("ideaId", idea.toString()).putNull("topicId").putNull("parentId");
    }
    return sample;
  }

  private void publish(String event, ObjectNode payload) {
    OtherServices.publishSessionEvent("microstorm.session." + event + ".v1", session, payload);
  }

  private void publishIdea(String event, ObjectNode payload) {
    OtherServices.publishIdeaEvent("microstorm.idea." + event + ".v1", session, payload);
  }

  private JsonPath report() {
    return report(session);
  }

  /** Null while there is no report. */
  private JsonPath report(UUID of) {
    var answer = given().auth().oauth2(TestIssuer.ownerOf(team)).get("/api/reports/{id}", of);
    return answer.statusCode() == 404 ? null : answer.jsonPath();
  }

  private String log() {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .accept("text/markdown")
        .get("/api/logs")
        .asString();
  }

  private String everyTextInTheDatabase() throws SQLException {
    List<String> words = new ArrayList<>();
    try (Connection connection = database.getConnection();
        ResultSet tables =
            connection
                .createStatement()
                .executeQuery(
                    "select table_name from information_schema.tables"
                        + " where table_schema = 'public' and table_type = 'BASE TABLE'")) {
      while (tables.next()) {
        try (ResultSet rows =
            connection
                .createStatement()
                .executeQuery("select row_to_json(t)::text from " + tables.getString(1) + " t")) {
          while (rows.next()) {
            words.add(rows.getString(1));
          }
        }
      }
    }
    return String.join("\n", words);
  }
}
