package microstorm.idea.event;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comparison of two things, with their similarities and differences. */
@Schema(description = "A comparison of two things.")
public record Comparison(
    @Schema(description = "The first side.", maxLength = 200, examples = "A workshop") String left,
    @Schema(description = "The second side.", maxLength = 200, examples = "A handbook")
        String right,
    @Schema(description = "The similarities of the two.") List<String> similarities,
    @Schema(description = "The differences between the two.") List<String> differences) {}
