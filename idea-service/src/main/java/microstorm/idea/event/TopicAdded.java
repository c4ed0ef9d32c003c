package microstorm.idea.event;

import java.util.UUID;

/** A topic was added to a board. */
public record TopicAdded(
    UUID sessionId, long seq, UUID topicId, UUID parentId, int position, String title)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.topic-added.v1";
  }
}
