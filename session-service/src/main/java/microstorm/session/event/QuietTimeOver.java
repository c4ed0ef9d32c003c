package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The minimum time of the quiet phase is over, so that sharing may begin. */
public record QuietTimeOver(UUID sessionId, Instant overAt) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.quiet-time-over.v1";
  }
}
