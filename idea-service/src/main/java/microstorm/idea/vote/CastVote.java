package microstorm.idea.vote;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A request to give a dot to an idea.
 *
 * @param id chosen by the client, so that a retry does not count twice while the dot exists;
 *     optional
 */
public record CastVote(@NotNull UUID ideaId, UUID id) {}
