package microstorm.report.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/**
 * A session as an imported log tells it: session-service makes the session of it, idea-service its
 * board.
 *
 * @param logRevision the edition of the session, from 1; an earlier one never undoes a later one
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

  /** Somebody who took part, in the order of the log. */
  public record Person(UUID id, String name) {}

  /** A topic; {@code position} is its place among all topics and ideas of the session. */
  public record Topic(UUID id, UUID parentId, int position, String title) {}

  /** An idea; {@code kind} is idea, quote, reference or note. */
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
