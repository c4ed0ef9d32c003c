package microstorm.session.event;

import java.util.List;
import java.util.UUID;

/** The environment's checklist was changed; the event contains the ticked items. */
public record ChecklistChanged(UUID sessionId, List<String> ticked) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.checklist-changed.v1";
  }
}
