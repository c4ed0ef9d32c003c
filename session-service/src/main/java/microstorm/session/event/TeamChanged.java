package microstorm.session.event;

import java.util.UUID;
import microstorm.messaging.outbox.OutgoingEvent;

/** A team was renamed. Its slug never changes. */
public record TeamChanged(UUID teamId, String slug, String name) implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.team.changed.v1";
  }

  @Override
  public UUID key() {
    return teamId;
  }
}
