package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** A board has one more idea. {@code kind} is idea, quote, reference or note. */
public record IdeaSubmitted(
    UUID sessionId,
    long seq,
    UUID ideaId,
    UUID topicId,
    UUID parentId,
    int position,
    String kind,
    String text,
    Instant submittedAt)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.idea.submitted.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
