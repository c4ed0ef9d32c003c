package microstorm.session.event;

import java.time.LocalDate;
import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/**
 * A session's own fields are these from now on. {@code logRevision} as in {@link SessionPlanned};
 * {@code participants} is how many there are, so that a reader knows whether it has all.
 */
public record SessionChanged(
    UUID sessionId,
    UUID teamId,
    Integer number,
    String title,
    String problem,
    String summary,
    LocalDate heldOn,
    Integer logRevision,
    int participants)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.session.changed.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
