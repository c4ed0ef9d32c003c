package microstorm.idea.event;

import java.util.UUID;

/** An action whose session was deleted before was deleted as well. */
public record TeamActionRemoved(UUID teamId, UUID actionId) implements TeamEvent {

  @Override
  public String type() {
    return "microstorm.idea.team-action-removed.v1";
  }
}
