package microstorm.idea.vote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to mark an idea. */
@Schema(
    description =
        "A person's mark: how well an idea meets a criterion. It replaces an earlier one.")
public record PutMark(
    @Schema(description = "The idea.") @NotNull UUID ideaId,
    @Schema(description = "The criterion of the session.") @NotNull UUID criterionId,
    @Schema(description = "The mark; 5 is the best.", examples = "4") @NotNull @Min(1) @Max(5)
        Integer value) {}
