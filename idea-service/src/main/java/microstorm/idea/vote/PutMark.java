package microstorm.idea.vote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A person's mark: how well an idea meets a criterion. It replaces an earlier one.
 *
 * @param value 1 to 5; 5 is the best
 */
public record PutMark(
    @NotNull UUID ideaId, @NotNull UUID criterionId, @NotNull @Min(1) @Max(5) Integer value) {}
