package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.idea.board.Board;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.viewer.WriterKey;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the slots of a person's hidden ideas by the keys alone. The work depends on the number of
 * keys and on how much the person wrote, never on what others wrote.
 */
@ApplicationScoped
class OwnSlots {

  /** Most people write fewer ideas, so that the first look is enough. */
  private static final int FIRST_LOOK = 8;

  private final Jdbi database;

  OwnSlots(Jdbi database) {
    this.database = database;
  }

  /** The slots of this person's hidden ideas; none once ideas are shared. */
  List<UUID> of(Board board, Viewer viewer) {
    List<UUID> own = new ArrayList<>();
    if (!board.phase().hidesIdeas()) {
      return own;
    }
    List<WriterKey> keys = viewer.keys().stream().distinct().toList();
    int looked = 0;
    for (int more = FIRST_LOOK; !keys.isEmpty(); more *= 2) {
      int first = looked + 1;
      int last = looked + more;
      Set<UUID> found = existing(board, keys, first, last);
      own.addAll(found);
      // a key's slots have no gaps
      keys =
          keys.stream().filter(key -> found.contains(key.slot(board.sessionId(), last))).toList();
      looked = last;
    }
    return own;
  }

  private Set<UUID> existing(Board board, List<WriterKey> keys, int first, int last) {
    List<UUID> slots =
        keys.stream()
            .flatMap(
                key ->
                    IntStream.rangeClosed(first, last)
                        .mapToObj(number -> key.slot(board.sessionId(), number)))
            .toList();
    return database.withHandle(
        handle ->
            handle
                .createQuery("select slot from idea where slot = any(:slots)")
                .bindArray("slots", UUID.class, slots)
                .mapTo(UUID.class)
                .set());
  }
}
