package microstorm.idea.vote;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to give a dot to an idea. */
@Schema(description = "A dot for an idea.")
public record CastVote(@Schema(description = "The idea that gets the dot.") @NotNull UUID ideaId) {}
