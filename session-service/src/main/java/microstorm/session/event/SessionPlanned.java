package microstorm.session.event;

import java.time.LocalDate;
import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/**
 * A session exists from now on. {@code logRevision} tells the edition of the team's log that it
 * comes from; null when it does not come from one.
 */
public record SessionPlanned(
    UUID sessionId,
    UUID teamId,
    Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    Integer logRevision)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.session.planned.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
