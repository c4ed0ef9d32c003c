package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** A break will begin by itself. */
public record BreakScheduled(UUID sessionId, UUID breakId, Instant startsAt, int minutes)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-scheduled.v1";
  }
}
