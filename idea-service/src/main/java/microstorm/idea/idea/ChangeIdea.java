package microstorm.idea.idea;

import jakarta.validation.Valid;
import java.util.UUID;
import microstorm.web.PatchField;
import microstorm.web.TextRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to change of an idea; what is left out stays. Its words are its author's, its place is
 * the facilitator's.
 *
 * @param topicId the topic that it moves to, off what it built on; null: to none
 * @param parentId the idea that it moves below, in whose topic it stands then; null: it stands
 *     alone
 * @param keepWords true when the author wants words that read like praise or criticism
 */
public record ChangeIdea(
    @IdeaText String text,
    @Valid @IdeaText ComparisonText comparison,
    @Schema(implementation = UUID.class) PatchField<UUID> topicId,
    @Schema(implementation = UUID.class) PatchField<UUID> parentId,
    Boolean keepWords) {

  public ChangeIdea {
    text = TextRules.withNewlines(text);
  }

  boolean rewrites() {
    return text != null || comparison != null;
  }

  boolean moves() {
    return topicId != null || parentId != null;
  }
}
