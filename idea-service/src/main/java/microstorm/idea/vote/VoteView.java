package microstorm.idea.vote;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's own dots after one was given or taken back. */
@Schema(description = "The caller's own dots after one was given or taken back.")
public record VoteView(
    @Schema(description = "The idea.") UUID ideaId,
    @Schema(
            description = "The number of the caller's dots on this idea.",
            minimum = "0",
            examples = "1")
        int mine,
    @Schema(
            description = "The number of dots that the caller can still give.",
            minimum = "0",
            examples = "2")
        int left) {}
