package microstorm.idea.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An open action stayed with its team when the session in which it was agreed was deleted, or it
 * was changed after that; the event contains its content. The team is its key, because events with
 * the key of a deleted session are not applied.
 */
public record TeamActionChanged(
    UUID teamId,
    UUID actionId,
    String text,
    String owner,
    LocalDate dueOn,
    String state,
    UUID finishedIn,
    Instant finishedAt)
    implements TeamEvent {

  @Override
  public String type() {
    return "microstorm.idea.team-action-changed.v1";
  }
}
