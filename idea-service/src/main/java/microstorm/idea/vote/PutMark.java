package microstorm.idea.vote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * How well an idea meets a criterion, in somebody's opinion; it takes the place of their earlier
 * one.
 *
 * @param value 1 to 5, the more the better
 */
public record PutMark(
    @NotNull UUID ideaId, @NotNull UUID criterionId, @NotNull @Min(1) @Max(5) Integer value) {}
