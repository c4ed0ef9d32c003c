package microstorm.session.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How a group is split.
 *
 * @param size the most people in a room; what the session's plan advises unless said otherwise
 * @param seed the same seed splits the same people alike
 */
public record SplitGroup(@Min(2) @Max(10_000) Integer size, Long seed) {}
