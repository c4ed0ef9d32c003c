package microstorm.session.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A request to split a group.
 *
 * @param size the maximum number of people in a room; by default the largest size that the
 *     session's plan advises
 * @param seed optional; the same seed splits the same people in the same way
 */
public record SplitGroup(@Min(2) @Max(10_000) Integer size, Long seed) {}
