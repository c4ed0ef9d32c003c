package microstorm.idea.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** A topic stands at another place. */
public record TopicMoved(UUID sessionId, long seq, UUID topicId, UUID parentId, int position)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.idea.topic-moved.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
