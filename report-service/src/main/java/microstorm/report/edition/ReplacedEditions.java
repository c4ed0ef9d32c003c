package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What imports replaced, so that they can be undone. All methods run in the caller's transaction,
 * which has locked the log book if it writes.
 */
@ApplicationScoped
public class ReplacedEditions {

  private static final String UNDOABLE =
      "select import_id, place, accepted_at, frame_changed, frame, sessions from log_undo";

  private static final String SESSIONS =
      """
      select session_id, digest, derived_id, text_hash, content, layout, outcome, matched,
        split_into
      from log_replaced where import_id = ?
      """;

  private final Jdbi database;
  private final ImportsConfig config;
  private final Clock clock;

  ReplacedEditions(Jdbi database, ImportsConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** When an import can no longer be undone; empty if it cannot be undone now. */
  public Optional<Instant> undoableUntil(UUID importId) {
    return database
        .withHandle(
            handle ->
                handle
                    .select("select accepted_at from log_undo where import_id = ?", importId)
                    .mapTo(Instant.class)
                    .findOne())
        .map(acceptedAt -> acceptedAt.plus(config.undoFor()))
        .filter(clock.instant()::isBefore);
  }

  /** What an import replaced, however long ago. */
  public Optional<UndoableImport> find(UUID importId) {
    return one(UndoableImport.class, UNDOABLE + " where import_id = ?", importId);
  }

  /** The last import of a team that changed the log book after this one. */
  public Optional<UndoableImport> lastAfter(UUID teamId, UndoableImport earlier) {
    return one(
        UndoableImport.class,
        UNDOABLE + " where team_id = ? and place > ? order by place desc limit 1",
        teamId,
        earlier.place());
  }

  /** The last import of a team that changed a session after this one. */
  public Optional<UndoableImport> lastAfter(UUID teamId, UndoableImport earlier, UUID sessionId) {
    return one(
        UndoableImport.class,
        UNDOABLE
            + """
             u where team_id = ? and place > ? and exists (
              select from log_replaced r
              where r.import_id = u.import_id and r.session_id = ?)
            order by place desc limit 1
            """,
        teamId,
        earlier.place(),
        sessionId);
  }

  /** The sessions before an import changed them. */
  public List<ReplacedSession> sessions(UUID importId) {
    return database.withHandle(
        handle ->
            handle
                .select(SESSIONS + " order by session_id", importId)
                .map(RecordMapper.of(ReplacedSession.class))
                .list());
  }

  /** A session before an import changed it. */
  public Optional<ReplacedSession> session(UUID importId, UUID sessionId) {
    return one(ReplacedSession.class, SESSIONS + " and session_id = ?", importId, sessionId);
  }

  private <T> Optional<T> one(Class<T> type, String select, Object... arguments) {
    return database.withHandle(
        handle -> handle.select(select, arguments).map(RecordMapper.of(type)).findOne());
  }

  /** Stores that a match was split. */
  public void split(UUID importId, UUID sessionId, UUID into) {
    database.useHandle(
        handle ->
            handle.execute(
                "update log_replaced set split_into = ? where import_id = ? and session_id = ?",
                into,
                importId,
                sessionId));
  }

  /** Forgets what an import replaced. */
  public void forget(UUID importId) {
    database.useHandle(
        handle -> {
          handle.execute("delete from log_undo where import_id = ?", importId);
          forgetSessions(handle, List.of(importId));
        });
  }

  static void forgetSessions(Handle handle, List<UUID> imports) {
    handle
        .createUpdate("delete from log_replaced where import_id = any(:ids)")
        .bindArray("ids", UUID.class, imports)
        .execute();
  }
}
