package microstorm.session.team;

import jakarta.validation.constraints.Size;
import microstorm.web.input.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes of a team. */
@Schema(description = "Changes of a team. An absent field stays as it is.")
public record ChangeTeam(
    @Schema(
            description = "The name for people. The slug stays as it is.",
            examples = "Micro Brainstorming")
        @Size(max = 100)
        @SingleLine
        String name) {}
