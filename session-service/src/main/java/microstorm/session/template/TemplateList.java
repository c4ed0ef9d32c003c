package microstorm.session.template;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The templates that a team can plan from. */
@Schema(description = "The templates that a team can plan from.")
public record TemplateList(
    @Schema(description = "The team's own templates by name, then those that ship.")
        List<TemplateView> items) {}
