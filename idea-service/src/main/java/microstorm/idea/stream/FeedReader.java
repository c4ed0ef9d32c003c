package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardChanged;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Change;
import microstorm.idea.board.Changes;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Rooms;
import microstorm.idea.board.VisibleSequence;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads the changes of boards. Only the database is authoritative; everything that wakes a feed is
 * a hint.
 */
@ApplicationScoped
class FeedReader {

  private final Jdbi database;
  private final Boards boards;
  private final VisibleSequence lastSeen;
  private final Rooms rooms;
  private final List<Changes> kinds;
  private final ObjectMapper json;
  private final String look;

  FeedReader(
      Jdbi database,
      Boards boards,
      VisibleSequence lastSeen,
      Rooms rooms,
      @All List<Changes> kinds,
      ObjectMapper json) {
    this.database = database;
    this.boards = boards;
    this.lastSeen = lastSeen;
    this.rooms = rooms;
    this.kinds = kinds;
    this.json = json;
    this.look =
        kinds.stream()
            .map(Changes::condition)
            .collect(
                Collectors.joining(
                    ", ", "select seq, ", " from board where session_id = :session"));
  }

  /**
   * The next changes since a number, read in a transaction with one consistent snapshot. If there
   * are many, only the first of them.
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public ChangeBatch since(UUID sessionId, long seq) {
    database.useHandle(FeedReader::useOneSnapshot);
    Found found = look(sessionId, seq);
    List<Change> changes = new ArrayList<>();
    long end = found.seq();
    for (Changes kind : found.kinds()) {
      List<Change> some = kind.since(sessionId, seq);
      if (some.size() >= kind.most()) {
        end = Math.min(end, some.get(some.size() - 1).seq());
      }
      changes.addAll(some);
    }
    long last = end;
    changes.removeIf(change -> change.seq() > last);
    return new ChangeBatch(last, last == found.seq(), changes, json);
  }

  /**
   * The same for a client that resumes with a number, without the changes that it may not see.
   *
   * @return empty when this client cannot have received that number, or sees another room since
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<Resumed> resume(UUID sessionId, Viewer viewer, long last) {
    database.useHandle(FeedReader::useOneSnapshot);
    Board board = boards.find(sessionId).orElseThrow(() -> ProblemException.notFound("board"));
    return lastSeen.isKnown(board, viewer, last)
        ? Optional.of(
            new Resumed(
                all(look(sessionId, last), kind -> kind.seenSince(board, viewer, last)),
                rooms.accessOf(board, viewer)))
        : Optional.empty();
  }

  private ChangeBatch all(Found found, Function<Changes, List<Change>> since) {
    List<Change> changes =
        found.kinds().stream().flatMap(kind -> since.apply(kind).stream()).toList();
    return new ChangeBatch(found.seq(), true, changes, json);
  }

  /** The changes for a client that resumes, and the rooms that its person sees. */
  record Resumed(ChangeBatch changes, RoomAccess rooms) {}

  private static void useOneSnapshot(Handle handle) {
    handle.execute("set transaction isolation level repeatable read, read only");
  }

  /** The changes that the writer handed over, as if they had been read. */
  ChangeBatch handedOver(BoardChanged change) {
    return new ChangeBatch(change.seq(), true, change.changes(), json);
  }

  private Found look(UUID sessionId, long seq) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(look)
                .bind("session", sessionId)
                .bind("seq", seq)
                .map((row, context) -> new Found(row.getLong(1), changed(row)))
                .findOne()
                .orElseThrow(() -> ProblemException.notFound("board")));
  }

  private List<Changes> changed(ResultSet row) throws SQLException {
    List<Changes> changed = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (row.getBoolean(i + 2)) {
        changed.add(kinds.get(i));
      }
    }
    return changed;
  }

  private record Found(long seq, List<Changes> kinds) {}

  /** The number of the last change of a board. */
  long seq(UUID sessionId) {
    return boards
        .find(sessionId)
        .map(Board::seq)
        .orElseThrow(() -> ProblemException.notFound("board"));
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
