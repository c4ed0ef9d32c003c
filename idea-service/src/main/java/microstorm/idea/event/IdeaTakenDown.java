package microstorm.idea.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who leads the session took an idea down. {@code text} is the placeholder that replaces
 * its content. Its {@code links} links are gone. {@code removedBy} is the role facilitator, owner
 * or member.
 */
public record IdeaTakenDown(
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
    return "microstorm.idea.taken-down.v1";
  }
}
