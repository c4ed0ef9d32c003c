package microstorm.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import microstorm.testing.TestEvents;
import microstorm.testing.contract.Contracts;

/**
 * Stands in for the other services: publishes their golden samples, with the values of a test, on
 * the real Kafka.
 */
public final class OtherServices {

  private OtherServices() {}

  public static ObjectNode sessionEvent(String type) {
    return (ObjectNode) Contracts.tree(Contracts.sample("session-service", type));
  }

  public static ObjectNode ideaEvent(String type) {
    return (ObjectNode) Contracts.tree(Contracts.sample("idea-service", type));
  }

  public static void publishSessionEvent(String type, UUID session, ObjectNode payload) {
    payload.put("sessionId", session.toString());
    TestEvents.publish("session.events", UUID.randomUUID(), type, session, payload.toString());
  }

  public static void publishIdeaEvent(String type, UUID session, ObjectNode payload) {
    payload.put("sessionId", session.toString());
    TestEvents.publish("idea.events", UUID.randomUUID(), type, session, payload.toString());
  }

  /** Publishes the events with which the other services answer a parsed session. */
  public static void takeIn(TestEvents.Event event) {
    JsonNode parsed = event.payload();
    UUID session = UUID.fromString(event.key());
    takeInSession(session, parsed);
    takeInBoard(session, parsed);
  }

  /**
   * Publishes the events with which the other services answer an edition of a session.
   *
   * @param before the edition before; null for the first one
   */
  public static void takeIn(UUID session, JsonNode before, JsonNode parsed) {
    if (before == null) {
      takeInSession(session, parsed);
      takeInBoard(session, parsed);
      return;
    }
    String left = "microstorm.session.participant-left.v1";
    for (UUID gone : gone(before, parsed, "participants")) {
      ObjectNode event = sessionEvent(left).put("participantId", gone.toString());
      publishSessionEvent(left, session, event.put("tookPart", false));
    }
    join(session, parsed);
    String changed = "microstorm.session.changed.v1";
    ObjectNode event = sessionEvent(changed);
    copy(parsed, event);
    event.put("participants", parsed.get("participants").size());
    publishSessionEvent(changed, session, event);

    addToBoard(session, parsed);
    move(session, parsed, "topics", "topicId", "microstorm.idea.topic-moved.v1");
    move(session, parsed, "ideas", "ideaId", "microstorm.idea.moved.v1");
    for (UUID idea : gone(before, parsed, "ideas")) {
      String withdrawn = "microstorm.idea.withdrawn.v1";
      publishIdeaEvent(withdrawn, session, ideaEvent(withdrawn).put("ideaId", idea.toString()));
    }
    for (UUID topic : gone(before, parsed, "topics")) {
      String removed = "microstorm.idea.topic-removed.v1";
      publishIdeaEvent(removed, session, ideaEvent(removed).put("topicId", topic.toString()));
    }
    seal(session, parsed);
  }

  private static Set<UUID> gone(JsonNode before, JsonNode parsed, String list) {
    Set<UUID> ids = new LinkedHashSet<>();
    before.get(list).forEach(one -> ids.add(UUID.fromString(one.get("id").asText())));
    parsed.get(list).forEach(one -> ids.remove(UUID.fromString(one.get("id").asText())));
    return ids;
  }

  private static void move(UUID session, JsonNode parsed, String list, String id, String type) {
    for (JsonNode one : parsed.get(list)) {
      ObjectNode event = ideaEvent(type);
      event.set(id, one.get("id"));
      event.set("parentId", one.get("parentId"));
      event.set("position", one.get("position"));
      if (one.has("topicId")) {
        event.set("topicId", one.get("topicId"));
      }
      publishIdeaEvent(type, session, event);
    }
  }

  public static void takeInSession(UUID session, JsonNode parsed) {
    String planned = "microstorm.session.planned.v1";
    ObjectNode event = sessionEvent(planned);
    copy(parsed, event);
    publishSessionEvent(planned, session, event);
    join(session, parsed);
    String closed = "microstorm.session.closed.v1";
    ObjectNode end = sessionEvent(closed);
    end.set("logRevision", parsed.get("logRevision"));
    end.put("participants", parsed.get("participants").size());
    publishSessionEvent(closed, session, end);
  }

  private static void copy(JsonNode parsed, ObjectNode event) {
    for (String field :
        new String[] {"teamId", "number", "title", "problem", "summary", "heldOn", "logRevision"}) {
      event.set(field, parsed.get(field));
    }
    event.putNull("plannedAt").putNull("timeZone").putNull("settings"); // as for every log
  }

  private static void join(UUID session, JsonNode parsed) {
    String joined = "microstorm.session.participant-joined.v1";
    int position = 0;
    for (JsonNode person : parsed.get("participants")) {
      ObjectNode participant = sessionEvent(joined);
      participant.set("participantId", person.get("id"));
      participant.set("name", person.get("name"));
      participant.put("position", position++);
      publishSessionEvent(joined, session, participant);
    }
  }

  public static void takeInBoard(UUID session, JsonNode parsed) {
    addToBoard(session, parsed);
    seal(session, parsed);
  }

  private static void addToBoard(UUID session, JsonNode parsed) {
    for (JsonNode topic : parsed.get("topics")) {
      ObjectNode event = (ObjectNode) topic.deepCopy();
      event.set("topicId", event.remove("id"));
      publishIdeaEvent("microstorm.idea.topic-added.v1", session, event);
    }
    for (JsonNode idea : parsed.get("ideas")) {
      ObjectNode event = (ObjectNode) idea.deepCopy();
      event.set("ideaId", event.remove("id"));
      publishIdeaEvent("microstorm.idea.submitted.v1", session, event);
    }
  }

  public static void seal(UUID session, JsonNode parsed) {
    String sealed = "microstorm.idea.board-sealed.v1";
    ObjectNode event = ideaEvent(sealed);
    event.set("teamId", parsed.get("teamId"));
    event.set("logRevision", parsed.get("logRevision"));
    event.put("topics", parsed.get("topics").size());
    event.put("ideas", parsed.get("ideas").size());
    event.put("links", 0);
    event.put("groups", 0);
    event.put("actions", 0);
    publishIdeaEvent(sealed, session, event);
  }
}
