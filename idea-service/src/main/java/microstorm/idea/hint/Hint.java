package microstorm.idea.hint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A hint that only the author sees when a text reads like praise or criticism ("People should avoid
 * criticizing or rewarding ideas.").
 */
@Schema(
    description =
        "A hint that only the author sees, when the text of an idea reads like praise or criticism."
            + " The idea is stored all the same.")
public record Hint(
    @Schema(
            description = "The kind of remark that the text reads like.",
            enumeration = {"praise", "criticism"},
            examples = "praise")
        String kind,
    @Schema(description = "The words that the hint is about.", examples = "Great idea")
        String words,
    @Schema(
            description =
                "Where these words begin in the text, in UTF-16 code units from 0, as in JavaScript"
                    + " and Java; absent for a comparison, which has several texts.",
            minimum = "0",
            examples = "0")
        @Nullable Integer start,
    @Schema(
            description = "Where they end: the place of the first unit after them.",
            minimum = "1",
            examples = "10")
        @Nullable Integer end,
    @Schema(
            description = "A sentence that you can show to the author.",
            examples = "This reads like praise. Praise can wait until the group chooses.")
        String message) {

  /** The same hint for one of several texts. */
  public Hint withoutPlace() {
    return new Hint(kind, words, null, null, message);
  }
}
