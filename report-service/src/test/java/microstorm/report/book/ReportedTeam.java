package microstorm.report.book;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import microstorm.report.OtherServices;
import microstorm.testing.TestEvents;
import microstorm.testing.TestIssuer;
import microstorm.testing.contract.Contracts;

/** A team with reports, projected from the other services' golden samples. */
final class ReportedTeam {

  private static final String PARSED = "microstorm.log.session-parsed.v1";

  private final UUID team = UUID.randomUUID();

  /** A request of the owner. */
  RequestSpecification owner() {
    return given().auth().oauth2(TestIssuer.ownerOf(team));
  }

  /** A session of a log, as an event. */
  ObjectNode session(String title, String day) {
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

  /** The id of a new session whose report is complete. */
  UUID projected(String title, String day) {
    UUID id = UUID.randomUUID();
    OtherServices.takeIn(
        new TestEvents.Event(UUID.randomUUID(), PARSED, id.toString(), session(title, day)));
    await().until(() -> isComplete(id));
    return id;
  }

  boolean isComplete(UUID id) {
    return Boolean.TRUE.equals(owner().get("/api/reports/{id}", id).jsonPath().get("complete"));
  }
}
