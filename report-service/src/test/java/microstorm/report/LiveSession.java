package microstorm.report;

import static io.restassured.RestAssured.given;
import static microstorm.testing.Patience.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import microstorm.testing.TestIssuer;

/** A session held here, from the other services' golden samples. */
public final class LiveSession {

  public final UUID team;

  public final UUID session = UUID.randomUUID();

  final UUID person = UUID.randomUUID();

  public final UUID idea = UUID.randomUUID();

  /** A session of a new team. */
  public LiveSession() {
    this(UUID.randomUUID());
  }

  /** A session of a team. */
  public LiveSession(UUID team) {
    this.team = team;
  }

  /**
   * Publishes the events of an anonymous session up to the quiet phase, and waits for its report.
   */
  public void quiet() {
    quiet(true);
  }

  /** The same for a session that is anonymous or not. */
  public void quiet(boolean anonymous) {
    ObjectNode planned = sample("planned").put("teamId", team.toString());
    ((ObjectNode) planned.get("settings")).put("anonymous", anonymous);
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

  /** Publishes a group, dots, marks, an action, a break, and that the participant left. */
  public void outcome() {
    ObjectNode grouped = ideaEvent("grouped").put("groupId", UUID.randomUUID().toString());
    grouped.putArray("ideaIds").add(idea.toString());
    publishIdea("grouped", grouped);
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

  /** Publishes the end of the board and of the session. */
  public void close(int ideas) {
    ObjectNode sealed = ideaEvent("board-sealed").put("teamId", team.toString());
    sealed.putNull("logRevision").put("topics", 0).put("ideas", ideas).put("links", 0);
    sealed.put("groups", 1).put("actions", 1);
    publishIdea("board-sealed", sealed);
    publish("closed", sample("closed").put("participants", 2).putNull("logRevision"));
  }

  /** A sample of session-service's event, such as {@code closing}. */
  public static ObjectNode sample(String event) {
    return OtherServices.sessionEvent("microstorm.session." + event + ".v1");
  }

  /** A sample of idea-service's event about the idea. */
  public ObjectNode ideaEvent(String event) {
    ObjectNode sample = OtherServices.ideaEvent("microstorm.idea." + event + ".v1");
    if (sample.has("ideaId")) {
      sample.put("ideaId", idea.toString()).putNull("topicId").putNull("parentId");
    }
    return sample;
  }

  /** Publishes an event of session-service. */
  public void publish(String event, ObjectNode payload) {
    OtherServices.publishSessionEvent("microstorm.session." + event + ".v1", session, payload);
  }

  /** Publishes an event of idea-service. */
  public void publishIdea(String event, ObjectNode payload) {
    OtherServices.publishIdeaEvent("microstorm.idea." + event + ".v1", session, payload);
  }

  /** The report of the session; null while there is none. */
  public JsonPath report() {
    return report(session);
  }

  /** The report of another session; null while there is none. */
  public JsonPath report(UUID of) {
    var answer = given().auth().oauth2(TestIssuer.ownerOf(team)).get("/api/reports/{id}", of);
    return answer.statusCode() == 404 ? null : answer.jsonPath();
  }

  /** The team's log. */
  public String log() {
    return given()
        .auth()
        .oauth2(TestIssuer.ownerOf(team))
        .accept("text/markdown")
        .get("/api/logs")
        .asString();
  }
}
