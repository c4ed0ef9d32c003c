package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** A break was scheduled. */
public record BreakScheduled(UUID sessionId, UUID breakId, Instant startsAt, int minutes)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-scheduled.v1";
  }
}
