package microstorm.idea.hint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
    @Schema(description = "The words that the hint is about.", examples = "Great idea!")
        String words,
    @Schema(
            description = "A sentence that you can show to the author.",
            examples = "This reads like praise. Praise can wait until the group chooses.")
        String message) {}
