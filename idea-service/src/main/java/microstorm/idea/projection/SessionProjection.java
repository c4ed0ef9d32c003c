package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.event.BoardAdvanced;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * Writes the content of session-service's events to a board, with the next number of the board.
 * Ignores imported boards, whose content comes from the log.
 */
@ApplicationScoped
class SessionProjection {

  static final String BOARD = "update board set %s, session_seq = :seq where session_id = :session";

  /** An assignment for a board without an announced phase. */
  static final String NOTHING_ANNOUNCED =
      "next_phase = null, announced_at = null, next_phase_at = null";

  private static final String HIDES_PRESENCE =
      " and exists (select from board where board.session_id = :session and %s)"
          .formatted(Board.HIDES_PRESENCE);

  /**
   * Statements after which nobody of a session that hides presence is connected. They are published
   * again when it shows presence.
   */
  static final List<String> HIDE_PRESENCE =
      List.of(
          "update seat set connected = false, seq = :seq where session_id = :session and connected"
              + HIDES_PRESENCE,
          "update presence set published = false where session_id = :session and published"
              + HIDES_PRESENCE);

  private final Jdbi database;
  private final Boards boards;
  private final Outbox outbox;

  SessionProjection(Jdbi database, Boards boards, Outbox outbox) {
    this.database = database;
    this.boards = boards;
    this.outbox = outbox;
  }

  /** The locked board, unless it is absent or was imported. */
  Optional<Board> lock(UUID sessionId) {
    return boards.find(sessionId).isEmpty()
        ? Optional.empty()
        : Optional.of(boards.lock(sessionId)).filter(board -> board.logRevision() == null);
  }

  /** Whether the phase of the board began after a time. */
  boolean isSince(UUID sessionId, Instant time) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select exists (select from board where session_id = ? and since > ?)",
                    sessionId,
                    time)
                .mapTo(Boolean.class)
                .one());
  }

  /** Sets columns of the board. */
  void set(UUID sessionId, String assignments, Map<String, ?> values) {
    write(sessionId, List.of(BOARD.formatted(assignments)), values);
  }

  /**
   * Runs statements that may use {@code :session} and {@code :seq}, the next number, and notifies
   * the live streams.
   */
  void write(UUID sessionId, List<String> statements, Map<String, ?> values) {
    lock(sessionId)
        .ifPresent(
            board -> {
              long seq = boards.advance(sessionId);
              database.useHandle(
                  handle -> {
                    for (String statement : statements) {
                      Update update = handle.createUpdate(statement);
                      update.bindMap(values).bind("session", sessionId).bind("seq", seq).execute();
                    }
                  });
              outbox.append(new BoardAdvanced(sessionId, seq));
            });
  }
}
