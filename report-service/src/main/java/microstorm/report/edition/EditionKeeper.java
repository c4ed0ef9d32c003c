package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the log book as it is before an import, up to a size for each team. Runs in the caller's
 * transaction, which has locked the log book.
 */
@ApplicationScoped
public class EditionKeeper {

  private static final String KEEP_SESSIONS =
      """
      insert into log_replaced (import_id, session_id, digest, derived_id, text_hash, content,
        layout, outcome, matched)
      select :import, l.session_id, l.digest, l.derived_id, l.text_hash, k.content, y.layout,
        y.outcome, k.matched
      from unnest(:session, :content, :matched) as k (session_id, content, matched)
      join log_session l on l.session_id = k.session_id
      join log_layout y on y.session_id = l.session_id and y.revision = l.revision
      """;

  private static final String KEEP_BOOK =
      """
      insert into log_undo
        (import_id, team_id, accepted_at, frame_changed, frame, sessions, bytes)
      select :import, :team, :accepted, :frameChanged, book.frame, book.sessions,
        1000 + coalesce(octet_length(book.frame), 0)
          + coalesce(16 * cardinality(book.sessions), 0)
          + (select coalesce(sum(1000 + octet_length(layout)
              + coalesce(octet_length(content), 0) + coalesce(octet_length(outcome), 0)), 0)
            from log_replaced where import_id = :import)
      from (select cast(:frame as text) as frame, cast(:sessions as uuid[]) as sessions) as book
      """;

  /** Drops the oldest ones of a team beyond its size. */
  private static final String DROP =
      """
      delete from log_undo using (
        select import_id, sum(bytes) over (order by place desc) as total
        from log_undo where team_id = ?) as sums
      where log_undo.import_id = sums.import_id and total > ?
      returning log_undo.import_id
      """;

  private final Jdbi database;
  private final ImportsConfig config;

  EditionKeeper(Jdbi database, ImportsConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * A session that an import is about to change.
   *
   * @param content as JSON, without the outcome; null if only its layout changes
   */
  public record Changing(UUID sessionId, String content, boolean matched) {}

  /** Keeps the log book as it is before an import changes it. */
  public void keep(UUID teamId, UndoableImport before, List<Changing> changing) {
    database.useHandle(
        handle -> {
          handle
              .createUpdate(KEEP_SESSIONS)
              .bind("import", before.importId())
              .bindArray(
                  "session",
                  UUID.class,
                  changing.stream().<Object>map(Changing::sessionId).toList())
              .bindArray(
                  "content",
                  String.class,
                  changing.stream().<Object>map(Changing::content).toList())
              .bindArray(
                  "matched",
                  Boolean.class,
                  changing.stream().<Object>map(Changing::matched).toList())
              .execute();
          handle
              .createUpdate(KEEP_BOOK)
              .bind("import", before.importId())
              .bind("team", teamId)
              .bind("accepted", Timestamp.from(before.acceptedAt()))
              .bind("frameChanged", before.frameChanged())
              .bind("frame", before.frame())
              .bindByType(
                  "sessions",
                  before.sessions() == null ? null : before.sessions().toArray(UUID[]::new),
                  UUID[].class)
              .execute();
          List<UUID> dropped =
              handle
                  .select(DROP, teamId, config.undoBytes().asLongValue())
                  .mapTo(UUID.class)
                  .list();
          ReplacedEditions.forgetSessions(handle, dropped);
        });
  }
}
