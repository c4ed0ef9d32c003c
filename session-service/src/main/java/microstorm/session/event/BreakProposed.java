package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** A break is proposed, because the group has worked long enough. */
public record BreakProposed(UUID sessionId, Instant proposedAt, int workedMinutes)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.break-proposed.v1";
  }
}
