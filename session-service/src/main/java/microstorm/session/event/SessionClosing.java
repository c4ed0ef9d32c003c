package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A session began to close: its board must accept no more changes and be sealed. {@code automatic}:
 * it closes by itself, because nobody closed it in time.
 */
public record SessionClosing(UUID sessionId, Instant startedAt, boolean automatic)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.closing.v1";
  }
}
