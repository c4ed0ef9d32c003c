package microstorm.idea.event;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An action was added. {@code state} is open, done or dropped; {@code carriedFrom} is the action of
 * an earlier session that this one continues, or null.
 */
public record ActionAdded(
    UUID sessionId,
    long seq,
    UUID actionId,
    UUID ideaId,
    String text,
    String owner,
    LocalDate dueOn,
    String state,
    UUID carriedFrom)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.action-added.v1";
  }
}
