package microstorm.idea.text;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import microstorm.http.input.PatchValue;
import microstorm.http.input.TextRules;
import microstorm.idea.event.Comparison;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes of a comparison in a request. */
@Schema(
    description =
        "Changes of a comparison. An absent field stays as it is; null empties a list. All texts"
            + " together have at most 2,000 characters unless the operator changed that.")
public record ChangeComparison(
    @Schema(description = "The new first side, in Markdown.", examples = "A workshop")
        @PatchValue
        @Size(max = ComparisonText.MAX_SIDE)
        @IdeaText
        String left,
    @Schema(description = "The new second side, in Markdown.", examples = "A handbook")
        @PatchValue
        @Size(max = ComparisonText.MAX_SIDE)
        @IdeaText
        String right,
    @Schema(description = "The new similarities of the two, in Markdown.")
        @PatchValue
        @Size(max = ComparisonText.MAX_ENTRIES, message = ComparisonText.TOO_MANY)
        List<@NotNull @Size(max = ComparisonText.MAX_ENTRY) @IdeaText String> similarities,
    @Schema(description = "The new differences between the two, in Markdown.")
        @PatchValue
        @Size(max = ComparisonText.MAX_ENTRIES, message = ComparisonText.TOO_MANY)
        List<@NotNull @Size(max = ComparisonText.MAX_ENTRY) @IdeaText String> differences) {

  public ChangeComparison {
    left = TextRules.trimmed(left);
    right = TextRules.trimmed(right);
    similarities = ComparisonText.entries(similarities);
    differences = ComparisonText.entries(differences);
  }

  /** The comparison after the changes. */
  public ComparisonText on(Comparison present) {
    return new ComparisonText(
        left == null ? present.left() : left,
        right == null ? present.right() : right,
        similarities == null ? present.similarities() : similarities,
        differences == null ? present.differences() : differences);
  }
}
