package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** An idea stands at another place. */
public record IdeaMoved(
    UUID sessionId, long seq, UUID ideaId, UUID topicId, UUID parentId, int position)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.idea.moved.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
