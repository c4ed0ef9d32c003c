package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A session was closed. {@code logRevision} as in {@link SessionPlanned}; {@code participants} is
 * the number of participants, by which a reader knows whether it has all of them.
 */
public record SessionClosed(
    UUID sessionId, UUID teamId, Instant closedAt, Integer logRevision, int participants)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.closed.v1";
  }
}
