package microstorm.idea.post;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import microstorm.idea.idea.ComparisonText;
import microstorm.idea.idea.IdeaText;
import microstorm.web.TextRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An idea that somebody wants to put up.
 *
 * @param id chosen by the client, so that a retry cannot double it; one is made when it is left
 *     out. Choose a random one (UUIDv4): others show when it was made, and thereby who wrote the
 *     idea
 * @param text Markdown; may be left out for a comparison
 * @param topicId the topic it belongs to; that of the parent when left out
 * @param parentId the idea it builds on
 * @param kind idea (the default), quote, reference, note or comparison
 * @param comparison for the kind comparison, and only for it
 * @param keepWords true when the author has been told that the words read like praise or criticism
 *     and wants them so
 */
public record PostIdea(
    @Schema(
            description =
                "Choose a random id (UUIDv4), or leave it out: a time-based one shows everybody"
                    + " when the idea was written.")
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
