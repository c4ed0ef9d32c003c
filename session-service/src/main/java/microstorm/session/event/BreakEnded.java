package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A break has ended. {@code phaseEndsAt} is the end of the minimum quiet time or of the time that
 * was set for another phase; null without one.
 */
public record BreakEnded(UUID sessionId, UUID breakId, Instant endedAt, Instant phaseEndsAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-ended.v1";
  }
}
