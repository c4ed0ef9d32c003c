package microstorm.idea.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An action of a session was changed, perhaps long after the session; the event contains its new
 * content. {@code finishedIn} is the session in which it was done or dropped, or null.
 */
public record ActionChanged(
    UUID sessionId,
    long seq,
    UUID actionId,
    UUID ideaId,
    String text,
    String owner,
    LocalDate dueOn,
    String state,
    UUID finishedIn,
    Instant finishedAt)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.action-changed.v1";
  }
}
