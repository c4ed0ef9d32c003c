package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * A session was deleted, with everything that belongs to it. It is the last event of the session;
 * consumers delete what they have, and ignore what comes later.
 */
public record SessionDeleted(UUID sessionId, UUID teamId, Instant deletedAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.deleted.v1";
  }
}
