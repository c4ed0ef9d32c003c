package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The group has worked for so long that a break is due. */
public record BreakProposed(UUID sessionId, Instant proposedAt, int workedMinutes)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-proposed.v1";
  }
}
