package microstorm.idea.idea;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import microstorm.idea.board.BoardClock;
import microstorm.idea.hint.Hint;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a post or a change, only for the person who sent it.
 *
 * @param seq the number of the change. Only the order of numbers has a meaning: numbers have gaps,
 *     and a gap says nothing about what others do. A hidden idea gets a new number when it is
 *     shared
 * @param hint a hint when the text reads like praise or criticism; the idea is stored as it was
 *     written
 * @param editKey proves authorship on another device (header Edit-Key); absent after a change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdeaReceipt(
    UUID id,
    @Schema(description = BoardClock.DESCRIPTION) long seq,
    String text,
    Hint hint,
    String editKey) {

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "IdeaReceipt";
  }
}
