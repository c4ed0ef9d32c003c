package microstorm.idea.topic;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import microstorm.http.input.PatchField;
import microstorm.http.input.PatchValue;
import microstorm.idea.text.ShortText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to change a topic. */
@Schema(description = "Changes of a topic. An absent field stays as it is.")
public record ChangeTopic(
    @Schema(description = "The new title, one line.", maxLength = 200, examples = "Ways to teach")
        @PatchValue
        @ShortText
        String title,
    @Schema(
            implementation = UUID.class,
            description =
                "The topic that will contain this one. null moves this one to the top level.")
        PatchField<UUID> parentId,
    @Schema(
            description =
                "The topic moves before the sibling that has this position now, or to the end if no"
                    + " sibling has this or a higher one.",
            examples = "12")
        @PatchValue
        @Min(0)
        @Max(ChangeTopic.LAST)
        Integer position) {

  /** The upper bound of positions. */
  static final int LAST = 1_000_000_000;

  boolean moves() {
    return parentId != null || position != null;
  }
}
