package microstorm.idea.idea;

import jakarta.validation.Valid;
import java.util.UUID;
import microstorm.http.input.PatchField;
import microstorm.http.input.PatchValue;
import microstorm.http.input.TextRules;
import microstorm.idea.text.ChangeComparison;
import microstorm.idea.text.IdeaText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to change an idea. */
@Schema(
    description =
        "Changes of an idea. An absent field stays as it is. The author can send all fields; a"
            + " facilitator, owner or member can send topicId and parentId.")
public record ChangeIdea(
    @Schema(
            description =
                "The new text in Markdown, at most 2,000 characters unless the operator changed"
                    + " that.",
            examples = "A buddy for the first two months")
        @PatchValue
        @IdeaText
        String text,
    @Schema(description = "Changes of the comparison. Only an idea of the kind comparison has one.")
        @PatchValue
        @Valid
        ChangeComparison comparison,
    @Schema(
            implementation = UUID.class,
            description =
                "The topic to move the idea to; the idea then no longer builds on its parent. null"
                    + " moves it out of its topic.")
        PatchField<UUID> topicId,
    @Schema(
            implementation = UUID.class,
            description =
                "The idea to build on; this idea moves to its topic. null removes the parent.")
        PatchField<UUID> parentId,
    @Schema(
            description =
                "true if the author has seen the hint about praise or criticism and keeps the"
                    + " words. The answer then has no hint.")
        @PatchValue
        Boolean keepWords) {

  public ChangeIdea {
    text = TextRules.trimmed(text);
  }

  boolean rewrites() {
    return text != null || comparison != null;
  }

  boolean moves() {
    return topicId != null || parentId != null;
  }
}
