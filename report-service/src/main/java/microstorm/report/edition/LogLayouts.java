package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import microstorm.database.RecordMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;

/** Stores the layouts and outcomes of the sessions of a log book. */
@ApplicationScoped
public class LogLayouts {

  private final Jdbi database;

  LogLayouts(Jdbi database) {
    this.database = database;
  }

  /** Layout and outcome as JSON; the outcome is null if there is none. */
  public record Stored(String layout, String outcome) {}

  /** The layout of an edition of a session, which must exist. */
  public Stored of(UUID sessionId, int revision) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select layout, outcome from log_layout where session_id = ? and revision = ?",
                    sessionId,
                    revision)
                .map(RecordMapper.of(Stored.class))
                .one());
  }

  /** Hashes of the layouts of the current editions: SHA-256 in hexadecimal. */
  public Map<UUID, String> hashes(Collection<UUID> sessions) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select l.session_id,
                      encode(sha256(convert_to(y.layout, 'UTF8')), 'hex') as layout
                    from log_session l
                    join log_layout y on y.session_id = l.session_id and y.revision = l.revision
                    where l.session_id = any(:sessions)
                    """)
                .bindArray("sessions", UUID.class, List.copyOf(sessions))
                .setMapKeyColumn("session_id")
                .setMapValueColumn("layout")
                .collectInto(new GenericType<Map<UUID, String>>() {}));
  }

  /**
   * Stores the layouts of sessions and deletes those of editions that are older than the readable
   * one.
   */
  public void put(List<LogSessions.Edition> editions) {
    database.useHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  insert into log_layout (session_id, revision, layout, outcome)
                  select session_id, revision, layout, outcome
                  from unnest(:session, :revision, :layout, :outcome)
                    as l (session_id, revision, layout, outcome)
                  on conflict (session_id, revision)
                    do update set layout = excluded.layout, outcome = excluded.outcome
                    where log_layout.layout <> excluded.layout
                  """)
              .bindArray("session", UUID.class, column(editions, LogSessions.Edition::sessionId))
              .bindArray("revision", Integer.class, column(editions, LogSessions.Edition::revision))
              .bindArray("layout", String.class, column(editions, LogSessions.Edition::layout))
              .bindArray("outcome", String.class, column(editions, LogSessions.Edition::outcome))
              .execute();
          handle
              .createUpdate(
                  """
                  delete from log_layout using unnest(:session) as l (id)
                    join report_board b on b.session_id = l.id
                  where log_layout.session_id = l.id and log_layout.revision < b.log_revision
                  """)
              .bindArray("session", UUID.class, column(editions, LogSessions.Edition::sessionId))
              .execute();
        });
  }

  private static List<?> column(
      List<LogSessions.Edition> editions, Function<LogSessions.Edition, ?> value) {
    return editions.stream().<Object>map(value).toList();
  }
}
