package microstorm.idea.event;

import java.util.UUID;

/** An action was removed. */
public record ActionRemoved(UUID sessionId, long seq, UUID actionId) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.action-removed.v1";
  }
}
