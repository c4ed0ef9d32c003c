package microstorm.idea.event;

import java.time.LocalDate;
import java.util.UUID;

/** An action was changed; the event contains its new content. */
public record ActionChanged(
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
    return "microstorm.idea.action-changed.v1";
  }
}
