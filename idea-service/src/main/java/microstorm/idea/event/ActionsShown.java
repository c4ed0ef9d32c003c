package microstorm.idea.event;

import java.util.List;
import java.util.UUID;

/**
 * A session ended that showed these actions of other sessions: the open ones of its team, and those
 * that were done or dropped since the session before.
 */
public record ActionsShown(UUID sessionId, long seq, List<UUID> actionIds) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.actions-shown.v1";
  }
}
