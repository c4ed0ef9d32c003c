package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A board has one more idea. {@code kind} is idea, quote, reference, note or comparison. Ideas that
 * are written in silence are published by {@link IdeaShared} when silence is over; the version
 * before this one published their ids with {@code shared} false. {@code authorId} and {@code
 * submittedAt} are null where the session is anonymous.
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
