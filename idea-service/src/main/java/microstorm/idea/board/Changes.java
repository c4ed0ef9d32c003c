package microstorm.idea.board;

import java.util.List;
import java.util.UUID;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the changes of one kind of item on a board since a number. Every kind has one such bean;
 * the live streams query all of them. Runs in the caller's transaction.
 */
public interface Changes {

  /**
   * The items of this kind whose last change has a higher number. If there are {@link #most} or
   * more, they are in the order of their numbers, and those after the last number may be missing.
   */
  List<Change> since(UUID sessionId, long seq);

  /** The number of items from which on {@link #since} may leave out later ones. */
  default int most() {
    return Integer.MAX_VALUE;
  }

  /**
   * The same for one person, without the changes that are hidden from this person. Reading them
   * would show by its time how many there are.
   */
  default List<Change> seenSince(Board board, Viewer viewer, long seq) {
    return since(board.sessionId(), seq);
  }

  /**
   * An SQL condition on the row of {@code board} that holds when there is a change after {@code
   * :seq}. Most changes concern one kind, and the condition saves reading the others.
   */
  String condition();

  /**
   * An SQL expression over the row of {@code board}: the number of the last change of this kind
   * that everybody may see; null when there is none.
   */
  String lastOpen();

  /** The number of the last change of this kind that only this person sees. */
  default long lastOwn(Board board, Viewer viewer) {
    return 0;
  }

  /** The last number in a table whose rows everybody may see. */
  static String lastIn(String table) {
    return "(select max(seq) from %s where session_id = board.session_id)".formatted(table);
  }

  /** The condition for a table whose rows hold the number of their last change. */
  static String in(String table) {
    return "exists (select from %s where session_id = board.session_id and seq > :seq)"
        .formatted(table);
  }

  /** The number of removed rows of a board in a table that keeps them. */
  static int removed(Jdbi database, String table, UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select count(*) from %s where session_id = ? and removed".formatted(table),
                    sessionId)
                .mapTo(Integer.class)
                .one());
  }

  /** Whether a table that keeps its removed rows has such a row. */
  static boolean isRemoved(Jdbi database, String table, UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select exists (select from %s where session_id = ? and id = ? and removed)"
                        .formatted(table),
                    sessionId,
                    id)
                .mapTo(Boolean.class)
                .one());
  }
}
