package microstorm.session.event;

import java.util.List;
import java.util.UUID;

/** These points of the environment's checklist are ticked. */
public record ChecklistChanged(UUID sessionId, List<String> ticked) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.checklist-changed.v1";
  }
}
