package microstorm.idea.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import microstorm.http.input.TextRules;
import microstorm.idea.text.ComparisonText;
import microstorm.idea.text.IdeaText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to post an idea. */
@Schema(description = "A new idea, or a quote, reference, note or comparison.")
public record PostIdea(
    @Schema(
            description =
                "An id that the client chooses, so that a repeated request does not post the idea"
                    + " twice. Choose a random id (UUIDv4). An anonymous session refuses every other"
                    + " id, because it could show who wrote the idea or when. The service chooses an"
                    + " id if it is absent.")
        UUID id,
    @Schema(
            description =
                "The text in Markdown, at most 2,000 characters unless the operator changed that."
                    + " Only a comparison can omit it.",
            examples = "A buddy for the first month")
        @IdeaText
        String text,
    @Schema(
            description =
                "The topic of the idea. If it is absent, the idea gets the topic of its parent, or"
                    + " none.")
        UUID topicId,
    @Schema(
            description =
                "The idea that this one builds on. In the quiet phase it must be one's own.")
        UUID parentId,
    @Schema(
            description =
                "The kind of contribution: idea, quote, reference, note or comparison. An absent"
                    + " kind means idea.",
            examples = "idea")
        @Pattern(
            regexp = "idea|quote|reference|note|comparison",
            message = "must be idea, quote, reference, note or comparison")
        String kind,
    @Schema(description = "The comparison. The kind comparison needs it; all others must omit it.")
        @Valid
        @IdeaText
        ComparisonText comparison,
    @Schema(
            description =
                "true if the author has seen the hint about praise or criticism and keeps the"
                    + " words. The answer then has no hint.")
        Boolean keepWords) {

  public PostIdea {
    text = TextRules.trimmed(text);
  }
}
