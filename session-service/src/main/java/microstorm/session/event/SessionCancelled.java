package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The session will not be. {@code automatic}: nobody began it in time. */
public record SessionCancelled(UUID sessionId, Instant cancelledAt, boolean automatic)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.cancelled.v1";
  }
}
