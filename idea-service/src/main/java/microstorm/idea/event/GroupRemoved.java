package microstorm.idea.event;

import java.util.UUID;

/** An affinity group was removed; its ideas stay. */
public record GroupRemoved(UUID sessionId, long seq, UUID groupId) implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.group-removed.v1";
  }
}
