package microstorm.session.checklist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The environment's checklist. */
@Schema(description = "The checklist of the group's environment.")
public record Checklist(
    @Schema(
            description = "The ticked items in the order of the list.",
            examples = "[\"room\", \"time\"]")
        List<ChecklistItem> ticked) {}
