package microstorm.idea.board;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;

/**
 * The sequence number of a board as one person may know it. The board's own number advances with
 * hidden changes of others. Nobody receives it, and nobody may learn it by asking for the changes
 * after a guessed number.
 */
@ApplicationScoped
public class VisibleSequence {

  private final Jdbi database;
  private final List<Changes> kinds;
  private final Rooms rooms;
  private final String lastOpen;

  VisibleSequence(Jdbi database, @All List<Changes> kinds, Rooms rooms) {
    this.database = database;
    this.rooms = rooms;
    this.kinds = kinds;
    this.lastOpen =
        kinds.stream()
            .map(Changes::lastOpen)
            .collect(
                Collectors.joining(
                    ", ", "select coalesce(greatest(", "), 0) from board where session_id = ?"));
  }

  /**
   * Whether a client of this person that has everything up to a number needs only the changes after
   * it. Not if the person cannot have received that number, or sees another room since.
   */
  public boolean isKnown(Board board, Viewer viewer, long last) {
    return last <= number(board, viewer)
        && (viewer.leads() || last >= rooms.placeOf(board.sessionId(), viewer).since());
  }

  /**
   * The number of the last change that this person sees. Runs in the caller's transaction, which
   * must read a consistent snapshot.
   */
  public long number(Board board, Viewer viewer) {
    if (!board.hidesChanges()) {
      return board.seq();
    }
    long open =
        database.withHandle(
            handle -> handle.select(lastOpen, board.sessionId()).mapTo(Long.class).one());
    return kinds.stream().mapToLong(kind -> kind.lastOwn(board, viewer)).reduce(open, Math::max);
  }
}
