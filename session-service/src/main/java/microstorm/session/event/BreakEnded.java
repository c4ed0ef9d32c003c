package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A break is over; the running phase's timer ends at {@code phaseEndsAt}, null when it has none.
 */
public record BreakEnded(UUID sessionId, UUID breakId, Instant endedAt, Instant phaseEndsAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-ended.v1";
  }
}
