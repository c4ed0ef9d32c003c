package microstorm.report.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/**
 * A session of an imported log: session-service creates the session from it, idea-service the
 * board.
 *
 * @param logRevision the edition of the session, from 1; a consumer ignores an edition that is
 *     older than its own
 */
public record LogSessionParsed(
    UUID sessionId,
    UUID teamId,
    int logRevision,
    Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    List<Person> participants,
    List<Topic> topics,
    List<Idea> ideas)
    implements OutgoingEvent {

  /** A participant, in the order of the log. */
  public record Person(UUID id, String name) {}

  /** A topic; {@code position} is its place among all topics and ideas of the session. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Topic(UUID id, UUID parentId, int position, String title) {}

  /** An idea; {@code kind} is idea, quote, reference or note. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Idea(
      UUID id, UUID topicId, UUID parentId, int position, String kind, String text) {}

  @Override
  public String type() {
    return "microstorm.log.session-parsed.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
