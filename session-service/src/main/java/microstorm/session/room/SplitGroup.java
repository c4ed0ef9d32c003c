package microstorm.session.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to split a group. */
@Schema(description = "The options for the split of a group. Each field is optional.")
public record SplitGroup(
    @Schema(
            description =
                "The maximum number of people in a room; by default the largest group that the plan"
                    + " advises (`settings.groupMax`).",
            examples = "5")
        @Min(2)
        @Max(10_000)
        Integer size,
    @Schema(
            description =
                "The same number splits the same people in the same way. By default the rooms are"
                    + " random.",
            examples = "7")
        Long seed) {}
