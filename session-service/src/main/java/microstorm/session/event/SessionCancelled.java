package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The session will not be. */
public record SessionCancelled(UUID sessionId, Instant cancelledAt) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.cancelled.v1";
  }
}
