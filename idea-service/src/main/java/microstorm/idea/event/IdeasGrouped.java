package microstorm.idea.event;

import java.util.List;
import java.util.UUID;

/** An affinity group was added or changed; the event contains its name and all its ideas. */
public record IdeasGrouped(
    UUID sessionId, long seq, UUID groupId, int position, String name, List<UUID> ideaIds)
    implements BoardEvent {

  @Override
  public String type() {
    return "microstorm.idea.grouped.v1";
  }
}
