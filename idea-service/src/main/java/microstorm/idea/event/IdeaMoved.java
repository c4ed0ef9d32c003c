package microstorm.idea.event;

import java.util.UUID;

/** An idea was moved. */
public record IdeaMoved(
    UUID sessionId, long seq, UUID ideaId, UUID topicId, UUID parentId, int position)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.moved.v1";
  }
}
