package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** Imports over HTTP: accepted and refused logs, and the events for the other services. */
@ReportServiceTest
class LogImportTest {

  private static final String TWO_SESSIONS =
      """
      # A log

      ### Session : 1

      **Date**: May 07, 2020 - Thursday

      **Title**: First

      **Participants**: Participant 1, & Participant 2

      #### Topic:
      - an idea
        - built on it

      ### Session : 2

      **Date**: May 09, 2020 - Saturday

      **Title**: Second

      - another idea
      """;

  @TestHTTPResource("/api/logs")
  URL logs;

  private final UUID team = UUID.randomUUID();

  private ValidatableResponse post(byte[] log, String query) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .contentType("text/markdown")
        .body(log)
        .post("/api/logs" + query)
        .then();
  }

  private ValidatableResponse post(String log) {
    return post(log.getBytes(StandardCharsets.UTF_8), "");
  }

  private JsonPath accepted(String log) {
    return post(log).statusCode(202).extract().jsonPath();
  }

  private JsonPath status(JsonPath accepted) {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .get("/api/logs/imports/{id}", accepted.getString("id"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private List<TestEvents.Event> published(JsonPath accepted) {
    List<String> sessions = accepted.getList("changes.sessionId");
    await()
        .until(
            () ->
                sessions.stream()
                    .noneMatch(id -> TestEvents.read("log.events", UUID.fromString(id)).isEmpty()));
    return sessions.stream()
        .flatMap(id -> TestEvents.read("log.events", UUID.fromString(id)).stream())
        .toList();
  }

  private String export() {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .accept("text/markdown")
        .get("/api/logs")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/markdown"))
        .extract()
        .asString();
  }

  private void awaitState(JsonPath accepted, String state) {
    await().until(() -> status(accepted).getString("state").equals(state));
  }

  @Test
  void aLogIsAcceptedAndEachSessionPublished() {
    ValidatableResponse response = post(TWO_SESSIONS).statusCode(202);
    JsonPath accepted = response.extract().jsonPath();
    response.header("Location", equalTo("/api/logs/imports/" + accepted.getString("id")));
    assertThat(accepted.getString("state")).isEqualTo("running");
    assertThat(accepted.getInt("sessions.parsed")).isEqualTo(2);
    assertThat(accepted.getInt("sessions.created")).isZero();
    assertThat(accepted.getInt("ideas.parsed")).isEqualTo(3);

    List<TestEvents.Event> published = published(accepted);
    assertThat(published).hasSize(2);
    assertThat(published.get(0).payload().get("title").asText()).isEqualTo("First");
    assertThat(published.get(0).payload().get("participants")).hasSize(2);
  }

  @Test
  void anImportIsCompleteWhenAllHasArrivedAndTheExportIsTheSameLog() {
    JsonPath accepted = accepted(TWO_SESSIONS);
    List<TestEvents.Event> published = published(accepted);
    assertThat(export()).doesNotContain("First").doesNotContain("Second");

    OtherServices.takeIn(published.get(0));
    await().until(() -> status(accepted).getInt("sessions.complete") == 1);
    assertThat(status(accepted).getString("state")).isEqualTo("running");
    assertThat(export()).contains("First").doesNotContain("Second");

    OtherServices.takeIn(published.get(1));
    awaitState(accepted, "complete");
    assertThat(status(accepted).getInt("ideas.complete")).isEqualTo(3);
    assertThat(export()).isEqualTo(TWO_SESSIONS);
  }

  @Test
  void theSampleLogIsExportedByteForByte() throws IOException {
    String log = Files.readString(Path.of("..", "samples", "micro-brainstorming.md"));
    JsonPath accepted = accepted(log);
    published(accepted).forEach(OtherServices::takeIn);
    // the seals count no links here: idea-service finds the links, see the system tests
    awaitState(accepted, "complete");
    assertThat(export()).isEqualTo(log);
  }

  @Test
  void importingTheSameLogAgainChangesNothing() {
    JsonPath first = accepted(TWO_SESSIONS);
    published(first).forEach(OtherServices::takeIn);
    awaitState(first, "complete");
    int before = published(first).size();

    JsonPath again = accepted(TWO_SESSIONS);
    assertThat(again.getString("state")).isEqualTo("complete");
    assertThat(again.getString("message")).startsWith("Nothing to do");
    assertThat(again.getInt("sessions.unchanged")).isEqualTo(2);
    assertThat(again.getInt("sessions.complete")).isEqualTo(2);
    assertThat(again.getList("changes")).isEmpty();
    assertThat(published(first)).hasSize(before);
  }

  @Test
  void aLaterEditionReportsNewAndChangedSessions() {
    JsonPath first = accepted(TWO_SESSIONS);
    published(first).forEach(OtherServices::takeIn);
    awaitState(first, "complete");

    String later =
        TWO_SESSIONS.replace("- an idea\n", "- an idea\n- one more\n")
            + "\n### Session : 3\n\n**Date**: 2020-05-18\n\n**Title**: Third\n\n- idea\n";
    JsonPath second = accepted(later);
    assertThat(second.getInt("sessions.added")).isEqualTo(1);
    assertThat(second.getInt("sessions.changed")).isEqualTo(1);
    assertThat(second.getInt("sessions.unchanged")).isEqualTo(1);
    assertThat(second.getList("changes.title")).containsExactly("First", "Third");
    assertThat(second.getString("changes[0].details")).contains("one more");
    assertThat(second.getString("changes[0].sessionId"))
        .isEqualTo(first.getString("changes[0].sessionId"));
    assertThat(second.getInt("sessions.absent")).isZero();
  }

  @Test
  void sessionsMissingFromTheLogStayAndAreCounted() {
    JsonPath first = accepted(TWO_SESSIONS);
    published(first).forEach(OtherServices::takeIn);
    awaitState(first, "complete");
    JsonPath second = accepted(TWO_SESSIONS.substring(0, TWO_SESSIONS.indexOf("### Session : 2")));
    assertThat(second.getInt("sessions.absent")).isEqualTo(1);
    assertThat(export()).contains("Second");
  }

  @Test
  void aRefusedSessionFailsTheImportWithTheReason() {
    JsonPath accepted = accepted(TWO_SESSIONS);
    List<TestEvents.Event> published = published(accepted);
    OtherServices.takeIn(published.get(0));
    String refused = "microstorm.idea.import-refused.v1";
    OtherServices.publishIdeaEvent(
        refused,
        UUID.fromString(published.get(1).key()),
        OtherServices.ideaEvent(refused).put("reason", "This reason is for a test."));
    awaitState(accepted, "failed");
    JsonPath status = status(accepted);
    assertThat(status.getInt("sessions.failed")).isEqualTo(1);
    assertThat(status.getList("failures.reason")).containsExactly("This reason is for a test.");
    assertThat(status.getList("failures.title")).containsExactly("Second");
    assertThat(status.getString("message")).contains("1 of 2");

    JsonPath again = accepted(TWO_SESSIONS);
    assertThat(again.getList("changes.title")).as("tried again").containsExactly("Second");
    await().until(() -> published(again).size() == 2);
    OtherServices.takeIn(published(again).get(1));
    awaitState(again, "complete");
  }

  @Test
  void warningsNameTheirLines() {
    JsonPath accepted = accepted(TWO_SESSIONS.replace("Thursday", "Monday"));
    assertThat(accepted.getInt("warnings[0].line")).isEqualTo(5);
    assertThat(accepted.getString("warnings[0].code")).isEqualTo("weekday-mismatch");
    assertThat(accepted.getString("warnings[0].message")).contains("Thursday");
  }

  @Test
  void wronglyEncodedCharactersAreRepairedOnRequestOnly() {
    byte[] log =
        TWO_SESSIONS.replace("an idea", "your servicesâ€™ idea").getBytes(StandardCharsets.UTF_8);
    JsonPath kept = post(log, "").statusCode(202).extract().jsonPath();
    assertThat(kept.getList("warnings.code")).contains("mojibake");
    JsonPath repaired = post(log, "?repair=true").statusCode(202).extract().jsonPath();
    assertThat(repaired.getBoolean("repaired")).isTrue();
    assertThat(repaired.getList("warnings.code")).doesNotContain("mojibake");
    assertThat(repaired.getInt("sessions.changed")).isEqualTo(1);
  }

  @Test
  void aTextWithoutASessionIsRefusedWithAnExampleHeading() {
    for (String log : List.of("", "   \n\n", "# Shopping\n\n- milk\n")) {
      post(log)
          .statusCode(422)
          .contentType("application/problem+json")
          .body("type", equalTo("/api/problems#no-session"))
          .body("detail", containsString("### Session : 1"));
    }
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirOffset() {
    byte[] log = TWO_SESSIONS.getBytes(StandardCharsets.UTF_8);
    log[20] = (byte) 0xff;
    post(log, "")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("byte 20"));
  }

  @Test
  void logsBeyondTheLimitsAreRefused() {
    post(TWO_SESSIONS + "- x\n".repeat(100_000))
        .statusCode(422)
        .body("detail", containsString("5,000"));
    StringBuilder deep = new StringBuilder(TWO_SESSIONS);
    for (int level = 0; level < 1_000; level++) {
      deep.append("  ".repeat(level)).append("- x\n");
    }
    post(deep.toString()).statusCode(422).contentType("application/problem+json");
    post(TWO_SESSIONS + "x".repeat(5 << 20))
        .statusCode(413)
        .contentType("application/problem+json");
  }

  @Test
  void tooManyLinesAreRefused() {
    post(TWO_SESSIONS + "\n".repeat(4 << 20))
        .statusCode(422)
        .body("type", equalTo("/api/problems#too-many-lines"));
  }

  @Test
  void aLogWithoutAContentLengthIsBoundedToo() throws Exception {
    byte[] large = new byte[(5 << 20) + 1];
    Arrays.fill(large, (byte) 'x');
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(logs.toString()))
                    .header("Authorization", "Bearer " + TestIssuer.ownerOf(team))
                    .header("Content-Type", "text/markdown")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void otherMediaTypesAreRefused() {
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .contentType("application/json")
        .body("{}")
        .post("/api/logs")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
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
    JsonPath accepted = accepted(TWO_SESSIONS);
    given()
        .auth()
        .oauth2(TestIssuer.ownerOf(UUID.randomUUID()))
        .get("/api/logs/imports/{id}", accepted.getString("id"))
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }
}
