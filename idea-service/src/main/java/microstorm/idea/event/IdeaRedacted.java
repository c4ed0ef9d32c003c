package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who leads the session redacted an idea: its content is deleted for good, and every store
 * that has it must delete it too, also from events that it reads later. {@code text} is the
 * placeholder. Its {@code links} links are gone. {@code removedBy} is the role facilitator, owner
 * or member.
 */
public record IdeaRedacted(
    UUID sessionId,
    long seq,
    UUID ideaId,
    String text,
    int links,
    String removedBy,
    Instant removedAt)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.redacted.v1";
  }
}
