package microstorm.idea.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import microstorm.idea.text.ComparisonText;
import microstorm.idea.text.IdeaText;
import microstorm.web.input.TextRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request to post an idea.
 *
 * @param id chosen by the client, so that a retry does not post it twice; generated when absent.
 *     Choose a random one (UUIDv4): a time-based id shows when the idea was written and can reveal
 *     its author
 * @param text the text in Markdown; optional for a comparison
 * @param topicId the topic of the idea; the topic of the parent when absent
 * @param parentId the idea that it builds on; optional
 * @param kind idea (the default), quote, reference, note or comparison
 * @param comparison required for the kind comparison, not allowed for others
 * @param keepWords true when the author has seen the hint about praise or criticism and keeps the
 *     words
 */
public record PostIdea(
    @Schema(
            description =
                "Choose a random id (UUIDv4), or omit it. A time-based id shows everybody when the"
                    + " idea was written.")
        UUID id,
    @IdeaText String text,
    UUID topicId,
    UUID parentId,
    @Pattern(
            regexp = "idea|quote|reference|note|comparison",
            message = "must be idea, quote, reference, note or comparison")
        String kind,
    @Valid @IdeaText ComparisonText comparison,
    Boolean keepWords) {

  public PostIdea {
    text = TextRules.withNewlines(text);
  }
}
