package microstorm.idea.removal;

import java.util.UUID;
import microstorm.idea.event.Comparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The content of an idea that was taken down. */
@Schema(
    name = "IdeaContent",
    description = "The content of an idea, even if the idea was taken down.")
public record IdeaContent(
    @Schema(description = "The id of the idea.") UUID id,
    @Schema(
            description = "The author's text in Markdown.",
            examples = "A buddy for the first month")
        String text,
    @Schema(description = "The comparison; absent for every other kind.")
        @Nullable Comparison comparison) {}
