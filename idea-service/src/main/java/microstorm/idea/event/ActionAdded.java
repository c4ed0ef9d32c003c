package microstorm.idea.event;

import java.time.LocalDate;
import java.util.UUID;

/** The group of a session agreed on an action. {@code state} is open, done or dropped. */
public record ActionAdded(
    UUID sessionId,
    long seq,
    UUID actionId,
    UUID ideaId,
    String text,
    String owner,
    LocalDate dueOn,
    String state)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.action-added.v1";
  }
}
