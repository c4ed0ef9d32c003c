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

  /**
   * An SQL expression over the row of {@code board}: the number of the last change of this kind
   * that everybody may see; null when there is none.
   */
  String lastOpen();

  /** The number of the last change of this kind that this person sees and others do not. */
  default long lastOwn(Board board, Viewer viewer) {
    return 0;
  }

  /** The last number in a table all of whose rows everybody may see. */
  static String lastIn(String table) {
    return "(select max(seq) from %s where session_id = board.session_id)".formatted(table);
  }

  /** The condition for a table whose rows carry the number of their last change. */
  static String in(String table) {
    return "exists (select from %s where session_id = board.session_id and seq > :seq)"
        .formatted(table);
  }
}
