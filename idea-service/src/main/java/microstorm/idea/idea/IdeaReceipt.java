package microstorm.idea.idea;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import microstorm.idea.board.BoardClock;
import microstorm.idea.hint.Hint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a post or a change, for whoever made it alone.
 *
 * @param seq the number of the change. Only its order means something: numbers have gaps, and a gap
 *     says nothing about what others do. An idea that was hidden gets another number when it is
 *     shared
 * @param hint when the words read like praise or criticism; the idea stands as it was written
 * @param editKey proves on another device that the idea is theirs (header Edit-Key); left out when
 *     an idea was changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdeaReceipt(
    UUID id,
    @Schema(description = BoardClock.DESCRIPTION) long seq,
    String text,
    Hint hint,
    String editKey) {

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "Posted";
  }
}
