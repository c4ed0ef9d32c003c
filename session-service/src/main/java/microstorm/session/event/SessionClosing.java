package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The session is about to close: boards take nothing more and are sealed. {@code automatic}: nobody
 * asked for it in time.
 */
public record SessionClosing(UUID sessionId, Instant startedAt, boolean automatic)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.closing.v1";
  }
}
