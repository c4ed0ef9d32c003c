package microstorm.report.event;

import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/** The import that brought a session of a log was deleted, and the session with it. */
public record LogSessionDeleted(UUID sessionId, UUID teamId) implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.log.session-deleted.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
