package microstorm.idea.group;

import java.util.List;
import java.util.UUID;

/**
 * Ideas that belong together (an affinity group). An idea is in one group at most.
 *
 * @param position its place among the groups
 * @param ideaIds in the order of the board
 */
public record GroupView(UUID id, String name, int position, List<UUID> ideaIds) {}
