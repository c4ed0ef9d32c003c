package microstorm.idea.early;

import java.util.UUID;
import microstorm.idea.board.Phase;

/**
 * The part of a board that early requests wait for.
 *
 * @param breakId the running break; null when there is none
 */
public record BoardState(UUID sessionId, UUID teamId, Phase phase, UUID breakId) {}
