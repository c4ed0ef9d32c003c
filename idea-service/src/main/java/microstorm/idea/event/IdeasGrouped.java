package microstorm.idea.event;

import java.util.List;
import java.util.UUID;

/** An affinity group has this name and these ideas from now on. */
public record IdeasGrouped(
    UUID sessionId, long seq, UUID groupId, int position, String name, List<UUID> ideaIds)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.grouped.v1";
  }
}
