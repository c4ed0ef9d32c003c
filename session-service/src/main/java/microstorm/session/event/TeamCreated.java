package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/** A team was created. The event does not contain the owner key. */
public record TeamCreated(UUID teamId, String slug, String name, Instant createdAt)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.team.created.v1";
  }

  @Override
  public UUID key() {
    return teamId;
  }
}
