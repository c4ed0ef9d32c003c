package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** A topic is gone; its ideas were moved or withdrawn before. */
public record TopicRemoved(UUID sessionId, long seq, UUID topicId) implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.idea.topic-removed.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
