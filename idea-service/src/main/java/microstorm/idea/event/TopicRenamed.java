package microstorm.idea.event;

import java.util.UUID;

/** A topic was renamed. */
public record TopicRenamed(UUID sessionId, long seq, UUID topicId, String title)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.topic-renamed.v1";
  }
}
