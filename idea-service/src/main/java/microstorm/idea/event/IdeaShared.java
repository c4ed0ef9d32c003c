package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An idea from the quiet phase was shared, or the rooms merged and everybody sees it now. {@code
 * authorId} and {@code submittedAt} are null in an anonymous session. {@code room} is the number of
 * the room in which it was shared, null without one.
 */
public record IdeaShared(
    UUID sessionId,
    long seq,
    UUID ideaId,
    UUID topicId,
    UUID parentId,
    int position,
    String kind,
    String text,
    Comparison comparison,
    Instant submittedAt,
    UUID authorId,
    Integer room)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.shared.v1";
  }
}
