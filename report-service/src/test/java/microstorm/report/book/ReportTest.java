package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;
import org.junit.jupiter.api.Test;

/** Reports, projected from the other services' golden samples. */
@ReportServiceTest
class ReportTest {

  private static final String PARSED = "microstorm.log.session-parsed.v1";

  private final UUID team = UUID.randomUUID();

  private RequestSpecification owner() {
    return given().auth().oauth2(TestIssuer.ownerOf(team));
  }

  private ObjectNode session(String title, String day) {
    ObjectNode parsed = (ObjectNode) Contracts.tree(Contracts.sample("report-service", PARSED));
    parsed.put("teamId", team.toString()).put("title", title).put("heldOn", day);
    ((ObjectNode) parsed.get("participants").get(0)).put("id", UUID.randomUUID().toString());
    String topic = UUID.randomUUID().toString();
    ((ObjectNode) parsed.get("topics").get(0)).put("id", topic);
    ((ObjectNode) parsed.get("ideas").get(0))
        .put("id", UUID.randomUUID().toString())
        .put("topicId", topic);
    return parsed;
  }

  private UUID projected(String title, String day) {
    UUID id = UUID.randomUUID();
    OtherServices.takeIn(
        new TestEvents.Event(UUID.randomUUID(), PARSED, id.toString(), session(title, day)));
    await().until(() -> isComplete(id));
    return id;
  }

  private boolean isComplete(UUID id) {
    return owner().get("/api/reports/{id}", id).jsonPath().getBoolean("complete");
  }

  @Test
  void aReportIsTheWholeTree() {
    UUID id = projected("A title", "2026-01-02");
    JsonPath report =
        owner().get("/api/reports/{id}", id).then().statusCode(200).extract().jsonPath();
    assertThat(report.getString("title")).isEqualTo("A title");
    assertThat(report.getString("heldOn")).isEqualTo("2026-01-02");
    assertThat(report.getString("sessionId")).isEqualTo(id.toString());
    assertThat(report.getList("participants.name")).containsExactly("Participant 1");
    assertThat(report.getList("participants.participantId")).hasSize(1).doesNotContainNull();
    assertThat(report.getString("topics[0].title")).isEqualTo("Topic");
    assertThat(report.getString("topics[0].ideas[0].text")).startsWith("See");
    assertThat(report.getInt("counts.ideas")).isEqualTo(1);
    assertThat(report.getList("outcome.votes")).isEmpty();
  }

  @Test
  void aReportIsMarkdownInTheFormOfTheLog() {
    UUID id = projected("A title", "2026-01-02");
    String markdown =
        owner()
            .accept("text/markdown")
            .get("/api/reports/{id}", id)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(markdown)
        .startsWith("### Session")
        .contains("**Date**: January 02, 2026 - Friday", "**Title**: A title", "- See [this](");
  }

  @Test
  void theListIsNewestFirstAndPagedWithoutGapsOrRepeats() {
    List<String> expected = new ArrayList<>();
    projected("undated", null);
    for (int day = 1; day <= 4; day++) {
      projected("day " + day, "2026-02-0" + day);
      expected.add(0, "day " + day);
    }
    expected.add("undated");

    List<String> titles = new ArrayList<>();
    String cursor = null;
    do {
      RequestSpecification request = owner().queryParam("limit", 2);
      JsonPath page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/api/reports")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      titles.addAll(page.getList("items.title"));
      cursor = page.getString("next");
    } while (cursor != null);
    assertThat(titles).isEqualTo(expected);
  }

  @Test
  void aBoardWithoutOneOfItsEventsIsNotComplete() {
    UUID id = UUID.randomUUID();
    ObjectNode parsed = session("Gap", "2026-01-03");
    OtherServices.takeInSession(id, parsed);
    OtherServices.seal(id, parsed);
    await().until(() -> owner().get("/api/reports/{id}", id).statusCode() == 200);
    UUID other = projected("Behind the gap", "2026-01-04");
    assertThat(isComplete(id)).isFalse();
    assertThat(isComplete(other)).isTrue();
  }

  @Test
  void aSessionWithoutOneOfItsParticipantsIsNotComplete() {
    UUID id = UUID.randomUUID();
    ObjectNode parsed = session("Somebody is missing", "2026-01-03");
    ObjectNode alone = parsed.deepCopy();
    ((ArrayNode) alone.get("participants")).removeAll();
    OtherServices.takeInSession(id, alone);
    OtherServices.takeInBoard(id, parsed);
    await().until(() -> isComplete(id));

    ObjectNode closed = OtherServices.sessionEvent("microstorm.session.closed.v1");
    closed.put("logRevision", 1).put("participants", 1);
    OtherServices.publishSessionEvent("microstorm.session.closed.v1", id, closed);
    await().until(() -> !isComplete(id));
  }

  @Test
  void anUnreadableEventDoesNotBlockLaterEvents() {
    UUID id = UUID.randomUUID();
    ObjectNode parsed = session("Good", "2026-01-05");
    String submitted = "microstorm.idea.submitted.v1";
    OtherServices.publishIdeaEvent(
        submitted, id, OtherServices.ideaEvent(submitted).put("ideaId", "no id"));
    OtherServices.takeInSession(id, parsed);
    OtherServices.takeInBoard(id, parsed);
    await().until(() -> isComplete(id));
    assertThat(TestEvents.read("report-service.idea.events.dlq", id)).hasSize(1);
  }

  @Test
  void badCursorsAndLimitsAreRefused() {
    String farFuture =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ("+10000000-01-01/" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
    for (String query : List.of("cursor=nonsense", "cursor=" + farFuture, "limit=0", "limit=201")) {
      owner()
          .get("/api/reports?" + query)
          .then()
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void theRefusalNamesALimitThatIsNotANumber() {
    for (String limit : List.of("x", "1.5", "99999999999", "+5", "05", "\u0665")) {
      owner()
          .queryParam("limit", limit)
          .get("/api/reports")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("/api/problems#invalid"))
          .body("errors.field", equalTo(List.of("limit")))
          .body("errors[0].message", equalTo("must be a whole number of at most 2147483647"));
    }
  }

  @Test
  void anUnknownParameterIsRefusedWithTheNamesOfTheKnownOnes() {
    Map<String, String> faults =
        Map.of(
            "/api/reports?Limit=1",
            "Limit is not a query parameter of this operation, which has: cursor, limit.",
            "/api/reports?limit=1&offset=2",
            "offset is not a query parameter of this operation, which has: cursor, limit.",
            "/api/logs?format=md",
            "format is not a query parameter of this operation, which has none.",
            "/api/platform?x=",
            "x is not a query parameter of this operation, which has none.");
    faults.forEach(
        (path, fault) ->
            owner()
                .get(path)
                .then()
                .statusCode(400)
                .body("type", equalTo("/api/problems#invalid"))
                .body("detail", equalTo(fault)));
    owner().get("/api/reports?&&").then().statusCode(200);
  }

  /** Only a parameter that is omitted has the default. */
  @Test
  void aParameterThatIsEmptyOrGivenTwiceIsRefused() {
    Map<String, String> faults =
        Map.of(
            "limit=", "must not be empty; omit it to get the default",
            "limit", "must not be empty; omit it to get the default",
            "cursor=", "must not be empty; omit it to get the default",
            "limit=1&limit=2", "must be given only once");
    faults.forEach(
        (query, fault) ->
            owner()
                .get("/api/reports?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/api/problems#invalid"))
                .body("errors.message", equalTo(List.of(fault))));
    owner()
        .contentType("text/markdown")
        .body("# Log")
        .post("/api/logs?repair=")
        .then()
        .statusCode(400);
    owner().get("/api/reports?limit=1").then().statusCode(200);
  }

  @Test
  void aRefusalIsAProblemForAnyAcceptHeader() {
    owner()
        .accept("text/markdown")
        .get("/api/reports/{id}", UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void anotherTeamSeesNothing() {
    UUID id = projected("Mine", "2026-01-06");
    String foreign = TestIssuer.ownerOf(UUID.randomUUID());
    String absent =
        owner()
            .get("/api/reports/{id}", UUID.randomUUID())
            .then()
            .statusCode(404)
            .extract()
            .path("detail");
    String refused =
        given()
            .auth()
            .oauth2(foreign)
            .get("/api/reports/{id}", id)
            .then()
            .statusCode(404)
            .extract()
            .path("detail");
    assertThat(refused).isEqualTo(absent);
    assertThat(owner().get("/api/reports").jsonPath().getList("items")).as("control").hasSize(1);
    assertThat(given().auth().oauth2(foreign).get("/api/reports").jsonPath().getList("items"))
        .isEmpty();
    given().get("/api/reports").then().statusCode(401);
  }
}
