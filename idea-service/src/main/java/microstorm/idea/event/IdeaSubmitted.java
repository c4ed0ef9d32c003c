package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A board has one more idea. {@code kind} is idea, quote, reference, note or comparison. While the
 * group writes in silence {@code shared} is false, and of the idea nothing is told but its id;
 * {@link IdeaShared} follows. {@code authorId} is null when nobody stored who wrote it.
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

  /** What is told of an idea that is not shown yet. */
  public static IdeaSubmitted inSilence(UUID sessionId, long seq, UUID ideaId) {
    return new IdeaSubmitted(
        sessionId, seq, ideaId, null, null, (int) seq, null, null, null, null, null, false);
  }

  @Override
  public String type() {
    return "microstorm.idea.submitted.v1";
  }
}
