package microstorm.idea.group;

import java.util.List;
import java.util.UUID;

/**
 * An affinity group: ideas that belong together. An idea is in at most one group.
 *
 * @param position the place among the groups
 * @param ideaIds in the order of the board
 */
public record GroupView(UUID id, String name, int position, List<UUID> ideaIds) {}
