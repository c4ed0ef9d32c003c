package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An idea was added to a board. {@code kind} is idea, quote, reference, note or comparison. Ideas
 * of the quiet phase are published by {@link IdeaShared} when that phase is over; the previous
 * version published their ids with {@code shared} false. {@code authorId} and {@code submittedAt}
 * are null in an anonymous session.
 */
public record IdeaSubmitted(
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
    boolean shared)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.submitted.v1";
  }
}
