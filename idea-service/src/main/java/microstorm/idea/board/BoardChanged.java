package microstorm.idea.board;

import java.util.List;
import java.util.UUID;

/**
 * Fired in the transaction that changed a board, or right after it; the live streams observe its
 * success.
 *
 * @param seq the number of the last change
 * @param changes all that changed, one change a number up to {@code seq}, where the writer has it
 *     at hand; empty where it is to be read
 */
public record BoardChanged(UUID sessionId, long seq, List<Change> changes) {

  /** A change that is to be read. */
  public static BoardChanged unseen(UUID sessionId, long seq) {
    return new BoardChanged(sessionId, seq, List.of());
  }

  /** Whether it need not be read by whoever knows all up to {@link #follows}. */
  public boolean isHandedOver() {
    return !changes.isEmpty();
  }

  /** The number of the change before the first of these. */
  public long follows() {
    return seq - changes.size();
  }
}
