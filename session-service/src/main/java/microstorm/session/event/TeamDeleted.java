package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/**
 * A team was deleted. Each of its sessions has an event of its own ({@link SessionDeleted}), which
 * may come earlier or later.
 */
public record TeamDeleted(UUID teamId, Instant deletedAt) implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.team.deleted.v1";
  }

  @Override
  public UUID key() {
    return teamId;
  }
}
