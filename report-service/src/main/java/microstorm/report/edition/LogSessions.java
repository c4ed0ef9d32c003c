package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import microstorm.database.RecordMapper;
import microstorm.report.log.model.SessionContent;
import org.jdbi.v3.core.Jdbi;

/** Stores the sessions of a team's log book: edition, and order. */
@ApplicationScoped
public class LogSessions {

  private final Jdbi database;

  LogSessions(Jdbi database) {
    this.database = database;
  }

  /**
   * A session of the log book as it was last imported.
   *
   * @param derivedId the id that the parser derives for it; different from its own id after its
   *     date or title was corrected
   * @param failed whether it could not be imported; the next import tries again
   */
  public record Known(
      UUID sessionId, UUID derivedId, int revision, String digest, boolean failed) {}

  /** A session that was held here. */
  public record Held(UUID sessionId, LocalDate heldOn, String title) {
    public String identity() {
      return SessionContent.identity(heldOn, title);
    }
  }

  /**
   * A new edition of a session.
   *
   * @param derivedId the id that the parser derives for it
   * @param textHash of the text below the heading; null if it is unknown
   * @param layout as JSON
   * @param outcome as JSON; null if its log has none
   */
  public record Edition(
      UUID sessionId,
      UUID derivedId,
      int revision,
      String digest,
      String textHash,
      String layout,
      String outcome) {}

  /** A session that an import contains, changed or not. */
  public record Mention(UUID sessionId, int revision, int ideas, String title, boolean added) {}

  /**
   * Locks the team's log book until the transaction ends: imports of one team wait for each other.
   *
   * @return the frame as JSON; null if there is none yet
   */
  public String lockBook(UUID teamId) {
    return database.withHandle(
        handle -> {
          handle.execute(
              "insert into log_book (team_id) values (?) on conflict do nothing", teamId);
          handle.execute("select from log_book where team_id = ? for update", teamId);
          DeletedFromLog.forget(handle, teamId);
          return handle
              .select("select frame::text from log_book where team_id = ?", teamId)
              .map((row, context) -> row.getString(1))
              .list()
              .get(0);
        });
  }

  /** The frame as JSON, without a lock; null if there is none yet. */
  public String frame(UUID teamId) {
    List<String> found =
        database.withHandle(
            handle ->
                handle
                    .select("select frame::text from log_book where team_id = ?", teamId)
                    .map((row, context) -> row.getString(1))
                    .list());
    return found.isEmpty() ? null : found.get(0);
  }

  /**
   * Locks the team's log book if there is one. Waits a second for the job that removes rows, which
   * holds it for moments, and fails if an import holds it.
   */
  public void lockBookNow(UUID teamId) {
    database.useHandle(
        handle -> {
          handle.execute("set local lock_timeout = '1s'");
          handle.execute("select from log_book where team_id = ? for update", teamId);
          handle.execute("set local lock_timeout to default");
          DeletedFromLog.forget(handle, teamId);
        });
  }

  /** Forgets what was deleted in this transaction, which has the log book locked. */
  public void forgetDeleted(UUID teamId) {
    database.useHandle(handle -> DeletedFromLog.forget(handle, teamId));
  }

  /** Stores the frame; null if there is none. */
  public void setFrame(UUID teamId, String frame) {
    database.useHandle(
        handle ->
            handle.execute(
                "update log_book set frame = ?::jsonb where team_id = ?", frame, teamId));
  }

  /** The sessions in the order of the log. */
  public List<Known> known(UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select session_id, coalesce(derived_id, session_id) as derived_id, revision,
                      digest,
                      failed_revision is not distinct from revision as failed
                    from log_session
                    where team_id = ? order by position
                    """,
                    teamId)
                .map(RecordMapper.of(Known.class))
                .list());
  }

  /** The team's closed sessions that were held here. */
  public List<Held> held(UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select r.session_id, r.held_on, r.title from report r
                    where r.team_id = ? and r.phase = 'closed' and not exists (
                      select from log_session l where l.session_id = r.session_id)
                    order by r.held_order, r.session_id
                    """,
                    teamId)
                .map(RecordMapper.of(Held.class))
                .list());
  }

  /** The ids of the team's deleted sessions. */
  public Set<UUID> deleted(UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .select("select session_id from deleted_session where team_id = ?", teamId)
                .mapTo(UUID.class)
                .set());
  }

  /** The number of the team's deleted sessions. */
  public int countDeleted(UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .select("select count(*) from deleted_session where team_id = ?", teamId)
                .mapTo(Integer.class)
                .one());
  }

  /** Stores new editions of sessions. */
  public void put(UUID teamId, List<Edition> editions) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into log_session
                      (session_id, derived_id, team_id, position, revision, digest, text_hash)
                    select session_id, derived_id, :team, 0, revision, digest, text_hash
                    from unnest(:session, :derived, :revision, :digest, :hash)
                      as s (session_id, derived_id, revision, digest, text_hash)
                    on conflict (session_id) do update set derived_id = excluded.derived_id,
                      revision = excluded.revision, digest = excluded.digest,
                      text_hash = excluded.text_hash
                    """)
                .bind("team", teamId)
                .bindArray("session", UUID.class, column(editions, Edition::sessionId))
                .bindArray("revision", Integer.class, column(editions, Edition::revision))
                .bindArray("derived", UUID.class, column(editions, Edition::derivedId))
                .bindArray("digest", String.class, column(editions, Edition::digest))
                .bindArray("hash", String.class, column(editions, Edition::textHash))
                .execute());
  }

  /** Stores a new order of the sessions. */
  public void order(List<UUID> sessions) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update log_session set position = o.position
                    from unnest(:session) with ordinality as o (session_id, position)
                    where log_session.session_id = o.session_id
                      and log_session.position <> o.position
                    """)
                .bindArray("session", UUID.class, sessions)
                .execute());
  }

  /** Stores the lines of the headings in the log, with one line for each session. */
  public void putLines(List<UUID> sessions, List<Integer> lines) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update log_session set line = l.line
                    from unnest(:session, :line) as l (session_id, line)
                    where log_session.session_id = l.session_id
                      and log_session.line is distinct from l.line
                    """)
                .bindArray("session", UUID.class, sessions)
                .bindArray("line", Integer.class, lines)
                .execute());
  }

  /** Stores the sessions of an import. */
  public void mention(UUID importId, List<Mention> mentions) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into log_import_session
                      (import_id, session_id, revision, ideas, title, added)
                    select :import, session_id, revision, ideas, title, added
                    from unnest(:session, :revision, :ideas, :title, :added)
                      as m (session_id, revision, ideas, title, added)
                    """)
                .bind("import", importId)
                .bindArray("session", UUID.class, column(mentions, Mention::sessionId))
                .bindArray("revision", Integer.class, column(mentions, Mention::revision))
                .bindArray("ideas", Integer.class, column(mentions, Mention::ideas))
                .bindArray("title", String.class, column(mentions, Mention::title))
                .bindArray("added", Boolean.class, column(mentions, Mention::added))
                .execute());
  }

  private static <T> List<?> column(Collection<T> rows, Function<T, ?> value) {
    return rows.stream().<Object>map(value).toList();
  }
}
