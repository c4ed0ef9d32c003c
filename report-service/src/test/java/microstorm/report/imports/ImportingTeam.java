package microstorm.report.imports;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;

/** A team that imports logs over HTTP. */
final class ImportingTeam {

  static final String TWO_SESSIONS =
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

  private final UUID id = UUID.randomUUID();

  UUID id() {
    return id;
  }

  String token() {
    return TestIssuer.ownerOf(id);
  }

  ValidatableResponse post(byte[] log, String query) {
    return given()
        .auth()
        .oauth2(token())
        .contentType("text/markdown")
        .body(log)
        .post("/api/logs" + query)
        .then();
  }

  ValidatableResponse post(String log) {
    return post(log.getBytes(StandardCharsets.UTF_8), "");
  }

  JsonPath accepted(String log) {
    return post(log).statusCode(202).extract().jsonPath();
  }

  JsonPath status(JsonPath accepted) {
    return given()
        .auth()
        .oauth2(token())
        .get("/api/logs/imports/{id}", accepted.getString("id"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  List<TestEvents.Event> published(JsonPath accepted) {
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

  String export() {
    return given()
        .auth()
        .oauth2(token())
        .accept("text/markdown")
        .get("/api/logs")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/markdown"))
        .extract()
        .asString();
  }

  void awaitState(JsonPath accepted, String state) {
    await().until(() -> status(accepted).getString("state").equals(state));
  }
}
