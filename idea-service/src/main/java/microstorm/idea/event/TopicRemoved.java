package microstorm.idea.event;

import java.util.UUID;

/** A topic was removed; its ideas were moved or withdrawn before. */
public record TopicRemoved(UUID sessionId, long seq, UUID topicId) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.topic-removed.v1";
  }
}
