package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import microstorm.report.LiveSession;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No form of a report names the people of an anonymous session. The control is the same session
 * with names.
 */
@ReportServiceTest
class AnonymousSessionTest {

  private static final String NAME = "Zacharias";

  /** An action has a responsible person in every session: the team needs to know whom to ask. */
  private static final String OWNER = "Ingrid";

  private static final Map<Boolean, LiveSession> HELD = new HashMap<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/reports",
        "/api/reports/{id}?format=json",
        "/api/reports/{id}?format=markdown",
        "/api/reports/{id}?format=html",
        "/api/reports/{id}?format=pdf",
        "/api/logs application/json",
        "/api/logs application/zip",
        "/api/logs text/markdown"
      })
  void onlyASessionThatIsNotAnonymousHasNames(String form) throws IOException {
    assertThat(text(held(false), form)).contains(NAME);
    assertThat(text(held(true), form)).contains("Title").doesNotContain(NAME);
  }

  /** No table has people; the control is the owner of the action. */
  @ParameterizedTest
  @ValueSource(strings = {"ideas", "votes", "actions"})
  void noTableNamesPeople(String table) throws IOException {
    LiveSession named = held(false);
    assertThat(text(named, "/api/reports/{id}?format=csv&table=" + table)).doesNotContain(NAME);
    assertThat(text(named, "/api/reports/{id}?format=csv&table=actions")).contains(OWNER);
  }

  @Test
  void eachFormHasTheNumberOfPeopleAndTheOwnersOfActions() throws IOException {
    LiveSession live = held(true);
    JsonPath report = live.report();
    assertThat(report.getBoolean("anonymous")).isTrue();
    assertThat(report.getInt("counts.participants")).isEqualTo(2);
    assertThat(report.getList("participants")).isEmpty();
    assertThat(report.getList("outcome.actions.owner")).containsExactly(OWNER);
    assertThat(text(live, "/api/reports/{id}?format=html"))
        .contains("The session was anonymous: 2 people took part.", OWNER);
    assertThat(live.log())
        .contains("- People: 2, without names\n", "  - owner: " + OWNER + "\n")
        .doesNotContain("**Participants**");
    JsonPath named = held(false).report();
    assertThat(named.getBoolean("anonymous")).isFalse();
    assertThat(named.getInt("counts.participants")).isEqualTo(2);
  }

  /** The control is a log that says nothing about the people. */
  @Test
  void theNumberComesBackWhenAnotherTeamImportsTheLog() throws IOException {
    LiveSession other = new LiveSession();
    String log = held(true).log();
    UUID imported = imported(other, log);
    JsonPath report = other.report(imported);
    assertThat(report.getBoolean("anonymous")).isTrue();
    assertThat(report.getInt("counts.participants")).isEqualTo(2);
    assertThat(other.log()).isEqualTo(log);
    assertThat(ask(other, "/api/trends").jsonPath().getList("items.groupSize")).containsExactly(2);
    LiveSession third = new LiveSession();
    UUID silent = imported(third, log.replace("- People: 2, without names\n", ""));
    assertThat(third.report(silent).getBoolean("anonymous")).isFalse();
    assertThat(third.report(silent).getInt("counts.participants")).isZero();
  }

  /** A log keeps its words: the names that somebody added to it are in the report, too. */
  @Test
  void aLogThatNamesPeopleIsNotAnonymous() throws IOException {
    LiveSession other = new LiveSession();
    String log =
        held(true)
            .log()
            .replace("**Title**: Title\n", "**Title**: Title\n\n**Participants**: Ada\n");
    JsonPath report = other.report(imported(other, log));
    assertThat(report.getList("participants.name")).containsExactly("Ada");
    assertThat(report.getBoolean("anonymous")).isFalse();
    assertThat(report.getInt("counts.participants")).isEqualTo(1);
    assertThat(other.log()).isEqualTo(log);
  }

  /** Held once, because no test changes it. */
  private static LiveSession held(boolean anonymous) {
    return HELD.computeIfAbsent(anonymous, AnonymousSessionTest::hold);
  }

  private static LiveSession hold(boolean anonymous) {
    LiveSession live = new LiveSession();
    live.quiet(anonymous);
    live.publish(
        "participant-joined",
        LiveSession.sample("participant-joined")
            .put("participantId", UUID.randomUUID().toString())
            .put("position", 2)
            .put("name", NAME));
    live.publish("sharing-started", LiveSession.sample("sharing-started"));
    live.publishIdea("shared", live.ideaEvent("shared").put("text", "Words").putNull("room"));
    live.publishIdea(
        "action-added",
        live.ideaEvent("action-added")
            .put("actionId", UUID.randomUUID().toString())
            .put("owner", OWNER));
    live.publish("closing", LiveSession.sample("closing"));
    ObjectNode sealed = live.ideaEvent("board-sealed").put("teamId", live.team.toString());
    sealed.putNull("logRevision").put("topics", 0).put("ideas", 1).put("links", 0);
    live.publishIdea("board-sealed", sealed.put("groups", 0).put("actions", 1));
    live.publish(
        "closed", LiveSession.sample("closed").put("participants", 3).putNull("logRevision"));
    await().until(() -> live.report().getBoolean("complete"));
    return live;
  }

  private static UUID imported(LiveSession team, String log) {
    UUID session =
        given()
            .auth()
            .oauth2(TestIssuer.ownerOf(team.team))
            .contentType("text/markdown")
            .body(log)
            .post("/api/logs")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath()
            .getUUID("changes[0].sessionId");
    await().until(() -> !TestEvents.read("log.events", session).isEmpty());
    OtherServices.takeIn(TestEvents.read("log.events", session).get(0));
    await()
        .until(() -> team.report(session) != null && team.report(session).getBoolean("complete"));
    return session;
  }

  /** The text of a form: a path, and a media type if it needs one. */
  private static String text(LiveSession live, String form) throws IOException {
    Response answer = ask(live, form);
    assertThat(answer.statusCode()).isEqualTo(200);
    if (answer.contentType().startsWith("application/pdf")) {
      try (PDDocument pdf = Loader.loadPDF(answer.asByteArray())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
    return answer.contentType().startsWith("application/zip")
        ? unpacked(answer.asByteArray())
        : answer.asString();
  }

  private static Response ask(LiveSession live, String form) {
    String[] parts = form.split(" ");
    String path = parts[0].replace("{id}", live.session.toString());
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(live.team))
        .accept(parts.length > 1 ? parts[1] : "*/*")
        .get(path);
  }

  private static String unpacked(byte[] archive) throws IOException {
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      while (zip.getNextEntry() != null) {
        text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }
}
