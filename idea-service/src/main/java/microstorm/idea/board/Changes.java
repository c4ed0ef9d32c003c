package microstorm.idea.board;

import java.util.List;
import java.util.UUID;

/**
 * What changed on a board since a number, of one kind of thing. Every kind has one such bean; the
 * live streams ask them all. Runs in the caller's transaction.
 */
public interface Changes {

  /** Everything of this kind whose last change has a higher number, in any order. */
  List<Change> since(UUID sessionId, long seq);

  /**
   * An SQL condition on the row of {@code board} that holds when there is something after {@code
   * :seq}: most changes are of one kind, and the others need not be read for it.
   */
  String condition();

  /** The condition for a table whose rows carry the number of their last change. */
  static String in(String table) {
    return "exists (select from %s where session_id = board.session_id and seq > :seq)"
        .formatted(table);
  }
}
