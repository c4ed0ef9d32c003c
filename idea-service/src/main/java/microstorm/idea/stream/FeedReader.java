package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Change;
import microstorm.idea.board.Changes;
import microstorm.web.Refusal;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads what changed on boards. The database is the truth; whatever wakes a feed is only a hint.
 */
@ApplicationScoped
class FeedReader {

  private final Jdbi database;
  private final Boards boards;
  private final List<Changes> kinds;
  private final ObjectMapper json;

  FeedReader(Jdbi database, Boards boards, @All List<Changes> kinds, ObjectMapper json) {
    this.database = database;
    this.boards = boards;
    this.kinds = kinds;
    this.json = json;
  }

  /** Everything that changed since a number, in a transaction that sees one moment. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Batch since(UUID sessionId, long seq) {
    database.useHandle(
        handle -> handle.execute("set transaction isolation level repeatable read, read only"));
    long last = seq(sessionId);
    List<Change> changes =
        kinds.stream()
            .flatMap(kind -> kind.since(sessionId, seq).stream())
            .sorted(Comparator.comparingLong(Change::seq))
            .toList();
    return new Batch(last, changes, json);
  }

  /** The number of the board's last change. */
  long seq(UUID sessionId) {
    return boards.find(sessionId).map(Board::seq).orElseThrow(() -> Refusal.notFound("board"));
  }

  /** The numbers of the last changes of several boards. */
  Map<UUID, Long> seqs(Set<UUID> sessions) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select session_id, seq from board where session_id = any(?)")
                .bindArray(0, UUID.class, sessions.toArray())
                .reduceRows(
                    new HashMap<>(),
                    (seqs, row) -> {
                      seqs.put(
                          row.getColumn("session_id", UUID.class),
                          row.getColumn("seq", Long.class));
                      return seqs;
                    }));
  }
}
