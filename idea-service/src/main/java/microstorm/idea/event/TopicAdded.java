package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** A board has one more topic. */
public record TopicAdded(
    UUID sessionId, long seq, UUID topicId, UUID parentId, int position, String title)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.idea.topic-added.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
