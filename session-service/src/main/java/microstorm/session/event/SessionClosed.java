package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/**
 * A session is over. {@code logRevision} as in {@link SessionPlanned}; {@code participants} is how
 * many there are, so that a reader knows whether it has all.
 */
public record SessionClosed(
    UUID sessionId, UUID teamId, Instant closedAt, Integer logRevision, int participants)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.session.closed.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
