package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** An idea is gone, and its links with it. */
public record IdeaWithdrawn(UUID sessionId, long seq, UUID ideaId) implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.idea.withdrawn.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
