package microstorm.report.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import microstorm.report.book.Contents;
import microstorm.report.log.model.ParsedSession;
import microstorm.report.log.model.SessionContent;
import org.jdbi.v3.core.Jdbi;

/**
 * The content of the current edition of each session of a log book: from its report or, until the
 * report is complete, as it was imported.
 */
@ApplicationScoped
public class CurrentEditions {

  private static final String COMPLETE =
      """
      select l.session_id from log_session l
      join complete_session c on c.session_id = l.session_id and c.log_revision = l.revision
      where l.session_id = any(:sessions)
      """;

  private static final String KEPT =
      """
      select e.session_id, e.content from log_edition e
      join log_session l on l.session_id = e.session_id and l.revision = e.revision
      where e.session_id = any(:sessions)
      """;

  private static final String KEEP =
      """
      insert into log_edition (session_id, revision, content)
      select * from unnest(:session, :revision, :content)
      on conflict (session_id) do update
        set revision = excluded.revision, content = excluded.content
      """;

  private final Jdbi database;
  private final Contents contents;
  private final LogJson json;

  CurrentEditions(Jdbi database, Contents contents, LogJson json) {
    this.database = database;
    this.contents = contents;
    this.json = json;
  }

  /** Keeps the content of new editions until their reports are complete. */
  public void keep(List<LogSessions.Edition> editions, List<ParsedSession> sessions) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(KEEP)
                .bindArray(
                    "session",
                    UUID.class,
                    editions.stream().<Object>map(LogSessions.Edition::sessionId).toList())
                .bindArray(
                    "revision",
                    Integer.class,
                    editions.stream().<Object>map(LogSessions.Edition::revision).toList())
                .bindArray(
                    "content",
                    String.class,
                    sessions.stream().<Object>map(one -> json.write(withoutOutcome(one))).toList())
                .execute());
  }

  private static SessionContent withoutOutcome(ParsedSession session) {
    return session.content().with(null);
  }

  /** The contents of the current editions without outcomes, and without sessions not known. */
  public Map<UUID, SessionContent> of(Collection<UUID> sessions) {
    if (sessions.isEmpty()) {
      return Map.of();
    }
    Set<UUID> complete = new HashSet<>(ids(sessions));
    Map<UUID, SessionContent> found = new HashMap<>(contents.of(complete));
    List<UUID> rest = sessions.stream().filter(id -> !complete.contains(id)).toList();
    database.useHandle(
        handle ->
            handle
                .createQuery(KEPT)
                .bindArray("sessions", UUID.class, rest)
                .map(
                    (row, context) ->
                        Map.entry(
                            row.getObject("session_id", UUID.class), row.getString("content")))
                .forEach(
                    one ->
                        found.put(one.getKey(), json.read(one.getValue(), SessionContent.class))));
    return found;
  }

  private List<UUID> ids(Collection<UUID> sessions) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(COMPLETE)
                .bindArray("sessions", UUID.class, List.copyOf(sessions))
                .mapTo(UUID.class)
                .list());
  }
}
