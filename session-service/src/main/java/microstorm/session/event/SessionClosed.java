package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A session is over. {@code logRevision} as in {@link SessionPlanned}; {@code participants} is how
 * many there are, so that a reader knows whether it has all.
 */
public record SessionClosed(
    UUID sessionId, UUID teamId, Instant closedAt, Integer logRevision, int participants)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.closed.v1";
  }
}
