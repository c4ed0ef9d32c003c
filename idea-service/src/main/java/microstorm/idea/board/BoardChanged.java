package microstorm.idea.board;

import java.util.List;
import java.util.UUID;

/**
 * Fired in the transaction that changed a board, or right after it; the live streams observe its
 * success.
 *
 * @param seq the number of the last change
 * @param follows the board's number before the first of these changes
 * @param changes all that changed since {@code follows}, where the writer has it at hand; empty
 *     where it is to be read
 */
public record BoardChanged(UUID sessionId, long seq, long follows, List<Change> changes) {

  /** A change that is to be read. */
  public static BoardChanged unseen(UUID sessionId, long seq) {
    return new BoardChanged(sessionId, seq, seq, List.of());
  }

  /** Whether it need not be read by whoever knows all up to {@link #follows}. */
  public boolean isHandedOver() {
    return !changes.isEmpty();
  }
}
