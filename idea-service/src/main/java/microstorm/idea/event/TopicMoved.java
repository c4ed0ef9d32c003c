package microstorm.idea.event;

import java.util.UUID;

/** A topic was moved. */
public record TopicMoved(UUID sessionId, long seq, UUID topicId, UUID parentId, int position)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.topic-moved.v1";
  }
}
