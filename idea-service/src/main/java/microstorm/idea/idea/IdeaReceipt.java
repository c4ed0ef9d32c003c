package microstorm.idea.idea;

import java.util.UUID;
import microstorm.idea.board.BoardClock;
import microstorm.idea.hint.Hint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a post or a change, only for the person who sent it. */
@Schema(description = "The stored idea, only for the person who sent it.")
public record IdeaReceipt(
    @Schema(description = "The id of the idea.") UUID id,
    @Schema(
            description =
                BoardClock.DESCRIPTION + " A hidden idea gets a new number when it is shared.",
            examples = "17")
        long seq,
    @Schema(description = "The stored text in Markdown.", examples = "A buddy for the first month")
        String text,
    @Schema(description = "A hint; absent unless the text reads like praise or criticism.")
        @Nullable Hint hint,
    @Schema(
            description =
                "The key that proves authorship on another device, in the header Edit-Key. Keep it"
                    + " secret. Absent after a change.",
            examples = "q1w2e3r4t5y6u7i8o9p0as")
        @Nullable String editKey) {

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "IdeaReceipt";
  }
}
