package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.report.imports.ImportingTeam.TWO_SESSIONS;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Imports over HTTP, and the events for the other services. */
@ReportServiceTest
class LogImportTest {

  private final ImportingTeam team = new ImportingTeam();

  @Test
  void aLogIsAcceptedAndEachSessionPublished() {
    ValidatableResponse response = team.post(TWO_SESSIONS).statusCode(202);
    JsonPath accepted = response.extract().jsonPath();
    response.header("Location", equalTo("/api/logs/imports/" + accepted.getString("id")));
    assertThat(accepted.getString("state")).isEqualTo("running");
    assertThat(accepted.getInt("sessions.parsed")).isEqualTo(2);
    assertThat(accepted.getInt("sessions.created")).isZero();
    assertThat(accepted.getInt("ideas.parsed")).isEqualTo(3);

    List<TestEvents.Event> published = team.published(accepted);
    assertThat(published).hasSize(2);
    assertThat(published.get(0).payload().get("title").asText()).isEqualTo("First");
    assertThat(published.get(0).payload().get("participants")).hasSize(2);
  }

  @Test
  void anImportIsCompleteWhenAllHasArrivedAndTheExportIsTheSameLog() {
    JsonPath accepted = team.accepted(TWO_SESSIONS);
    List<TestEvents.Event> published = team.published(accepted);
    assertThat(team.export()).doesNotContain("First").doesNotContain("Second");

    OtherServices.takeIn(published.get(0));
    await().until(() -> team.status(accepted).getInt("sessions.complete") == 1);
    assertThat(team.status(accepted).getString("state")).isEqualTo("running");
    assertThat(team.export()).contains("First").doesNotContain("Second");

    OtherServices.takeIn(published.get(1));
    team.awaitState(accepted, "complete");
    assertThat(team.status(accepted).getInt("ideas.complete")).isEqualTo(3);
    assertThat(team.export()).isEqualTo(TWO_SESSIONS);
  }

  @Test
  void theSampleLogIsExportedByteForByte() throws IOException {
    String log = Files.readString(Path.of("..", "samples", "micro-brainstorming.md"));
    JsonPath accepted = team.accepted(log);
    team.published(accepted).forEach(OtherServices::takeIn);
    // the seals count no links here: idea-service finds the links, see the system tests
    team.awaitState(accepted, "complete");
    assertThat(team.export()).isEqualTo(log);
  }

  @Test
  void aRefusedSessionFailsTheImportWithTheReason() {
    JsonPath accepted = team.accepted(TWO_SESSIONS);
    List<TestEvents.Event> published = team.published(accepted);
    OtherServices.takeIn(published.get(0));
    String refused = "microstorm.idea.import-refused.v1";
    ObjectNode event = OtherServices.ideaEvent(refused);
    event.put("reason", "This reason is for a test.").put("code", "of-a-later-version");
    OtherServices.publishIdeaEvent(refused, UUID.fromString(published.get(1).key()), event);
    team.awaitState(accepted, "failed");
    JsonPath status = team.status(accepted);
    assertThat(status.getInt("sessions.failed")).isEqualTo(1);
    assertThat(status.getList("failures.reason")).containsExactly("This reason is for a test.");
    assertThat(status.getList("failures.title")).containsExactly("Second");
    assertThat(status.getString("message")).contains("1 of 2");

    JsonPath again = team.accepted(TWO_SESSIONS);
    assertThat(again.getList("changes.title")).as("tried again").containsExactly("Second");
    await().until(() -> team.published(again).size() == 2);
    OtherServices.takeIn(team.published(again).get(1));
    team.awaitState(again, "complete");
  }

  @Test
  void warningsNameTheirLines() {
    JsonPath accepted = team.accepted(TWO_SESSIONS.replace("Thursday", "Monday"));
    assertThat(accepted.getInt("warnings[0].line")).isEqualTo(5);
    assertThat(accepted.getString("warnings[0].code")).isEqualTo("weekday-mismatch");
    assertThat(accepted.getString("warnings[0].message")).contains("Thursday");
  }

  @Test
  void requestsWithoutATokenAndOfOtherTeamsAreRefused() {
    given()
        .contentType("text/markdown")
        .body(TWO_SESSIONS)
        .post("/api/logs")
        .then()
        .statusCode(401)
        .contentType("application/problem+json");
    JsonPath accepted = team.accepted(TWO_SESSIONS);
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(UUID.randomUUID()))
        .get("/api/logs/imports/{id}", accepted.getString("id"))
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  /** The types that browsers and editors give to a file; the control is a type of no text. */
  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "text/plain; charset=utf-8", "text/x-markdown", "text/markdown"})
  void aLogMayHaveTheTypeThatABrowserGivesIt(String type) {
    sent(type, ImportingTeam.TWO_SESSIONS, 202);
    sent("application/octet-stream", ImportingTeam.TWO_SESSIONS, 415);
    assertThat(team.export()).isNotNull();
  }

  @Test
  void aFormMayHaveTheLog() {
    String form =
        "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"log\"; filename=\"log.md\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + ImportingTeam.TWO_SESSIONS
            + "\r\n--b--\r\n";
    assertThat(sent("multipart/form-data; boundary=b", form, 202)).contains("\"added\":2");
    assertThat(sent("multipart/form-data; boundary=b", form, 202)).contains("\"unchanged\":2");
    assertThat(sent("multipart/form-data; boundary=b", "--b--\r\n", 400))
        .contains("form-without-log");
    assertThat(sent("multipart/form-data", form, 400)).contains("form-without-log");
  }

  private String sent(String type, String body, int status) {
    return given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)
                        .encodeContentTypeAs("application/octet-stream", ContentType.TEXT)))
        .auth()
        .oauth2(team.token())
        .contentType(type)
        .body(body)
        .post("/api/logs")
        .then()
        .statusCode(status)
        .extract()
        .asString();
  }
}
