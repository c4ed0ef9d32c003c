package microstorm.idea.vote;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A dot on an idea.
 *
 * @param id chosen by the client, so that a retry does not count twice while the dot is there; may
 *     be left out
 */
public record CastVote(@NotNull UUID ideaId, UUID id) {}
