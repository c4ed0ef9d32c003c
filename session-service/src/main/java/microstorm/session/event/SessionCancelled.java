package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The session was cancelled. {@code automatic}: it was cancelled by itself, because nobody started
 * it in time.
 */
public record SessionCancelled(UUID sessionId, Instant cancelledAt, boolean automatic)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.cancelled.v1";
  }
}
