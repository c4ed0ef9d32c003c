package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An idea that was taken down is back with its content. It has {@code links} links again; {@link
 * LinkAdded} publishes each. {@code reinstatedBy} is the role facilitator, owner or member.
 */
public record IdeaReinstated(
    UUID sessionId,
    long seq,
    UUID ideaId,
    String text,
    Comparison comparison,
    int links,
    String reinstatedBy,
    Instant reinstatedAt)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.reinstated.v1";
  }
}
