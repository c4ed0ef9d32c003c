package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.report.ReportServiceTest;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The content of reports, projected from the other services' golden samples. */
@ReportServiceTest
class ReportTest {

  private final ReportedTeam team = new ReportedTeam();

  @Test
  void aReportIsTheWholeTree() {
    UUID id = team.projected("A title", "2026-01-02");
    JsonPath report =
        team.owner().get("/api/reports/{id}", id).then().statusCode(200).extract().jsonPath();
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
    UUID id = team.projected("A title", "2026-01-02");
    String markdown =
        team.owner()
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
  void aBoardWithoutOneOfItsEventsIsNotComplete() {
    UUID id = UUID.randomUUID();
    ObjectNode parsed = team.session("Gap", "2026-01-03");
    OtherServices.takeInSession(id, parsed);
    OtherServices.seal(id, parsed);
    await().until(() -> team.owner().get("/api/reports/{id}", id).statusCode() == 200);
    UUID other = team.projected("Behind the gap", "2026-01-04");
    assertThat(team.isComplete(id)).isFalse();
    assertThat(team.isComplete(other)).isTrue();
  }

  @Test
  void aSessionWithoutOneOfItsParticipantsIsNotComplete() {
    UUID id = UUID.randomUUID();
    ObjectNode parsed = team.session("Somebody is missing", "2026-01-03");
    ObjectNode alone = parsed.deepCopy();
    ((ArrayNode) alone.get("participants")).removeAll();
    OtherServices.takeInSession(id, alone);
    OtherServices.takeInBoard(id, parsed);
    await().until(() -> team.isComplete(id));

    ObjectNode closed = OtherServices.sessionEvent("microstorm.session.closed.v1");
    closed.put("logRevision", 1).put("participants", 1);
    OtherServices.publishSessionEvent("microstorm.session.closed.v1", id, closed);
    await().until(() -> !team.isComplete(id));
  }

  @Test
  void anUnreadableEventDoesNotBlockLaterEvents() {
    UUID id = UUID.randomUUID();
    ObjectNode parsed = team.session("Good", "2026-01-05");
    String submitted = "microstorm.idea.submitted.v1";
    OtherServices.publishIdeaEvent(
        submitted, id, OtherServices.ideaEvent(submitted).put("ideaId", "no id"));
    OtherServices.takeInSession(id, parsed);
    OtherServices.takeInBoard(id, parsed);
    await().until(() -> team.isComplete(id));
    assertThat(TestEvents.read("report-service.idea.events.dlq", id)).hasSize(1);
  }

  @Test
  void aRefusalIsAProblemForAnyAcceptHeader() {
    team.owner()
        .accept("text/markdown")
        .get("/api/reports/{id}", UUID.randomUUID())
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
  }

  @Test
  void anotherTeamSeesNothing() {
    UUID id = team.projected("Mine", "2026-01-06");
    String foreign = TestIssuer.ownerOf(UUID.randomUUID());
    String absent =
        team.owner()
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
    assertThat(team.owner().get("/api/reports").jsonPath().getList("items"))
        .as("control")
        .hasSize(1);
    assertThat(given().auth().oauth2(foreign).get("/api/reports").jsonPath().getList("items"))
        .isEmpty();
    given().get("/api/reports").then().statusCode(401);
  }
}
