package microstorm.idea.idea;

import jakarta.validation.Valid;
import java.util.UUID;
import microstorm.idea.text.ComparisonText;
import microstorm.idea.text.IdeaText;
import microstorm.web.input.PatchField;
import microstorm.web.input.TextRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of an idea. An absent field stays as it is. The author can change the text, a facilitator
 * can move the idea.
 *
 * @param topicId the topic to move to; the idea no longer builds on its parent. null moves it out
 *     of its topic
 * @param parentId the idea to build on, whose topic it moves to; null removes the parent
 * @param keepWords true when the author keeps words that read like praise or criticism
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
