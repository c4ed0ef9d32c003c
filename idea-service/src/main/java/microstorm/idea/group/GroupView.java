package microstorm.idea.group;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An affinity group as people see it. */
@Schema(description = "An affinity group: ideas that belong together.")
public record GroupView(
    @Schema(description = "The id of the group.") UUID id,
    @Schema(description = "The name, one line.", maxLength = 200, examples = "Quick wins")
        String name,
    @Schema(
            description =
                "The place among the groups of the board. Only the order of positions has a"
                    + " meaning.",
            minimum = "0",
            examples = "40")
        int position,
    @Schema(
            description =
                "The ideas of the group, in the order that people gave them. An idea is in at most"
                    + " one group.")
        List<UUID> ideaIds) {}
