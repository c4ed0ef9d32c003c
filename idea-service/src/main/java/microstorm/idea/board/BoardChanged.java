package microstorm.idea.board;

import java.util.List;
import java.util.UUID;

/**
 * Fired in the transaction that changed a board, or right after it. The live streams observe it
 * after the commit.
 *
 * @param seq the number of the last change
 * @param follows the number of the board before the first of these changes
 * @param changes all changes since {@code follows}, if the writer passes them on; empty if they
 *     must be read from the database
 */
public record BoardChanged(UUID sessionId, long seq, long follows, List<Change> changes) {

  /** A change that must be read from the database. */
  public static BoardChanged unseen(UUID sessionId, long seq) {
    return new BoardChanged(sessionId, seq, seq, List.of());
  }

  /**
   * Whether the event contains the changes, for a reader that knows everything up to {@link
   * #follows}.
   */
  public boolean isHandedOver() {
    return !changes.isEmpty();
  }
}
