package microstorm.report.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import microstorm.report.database.StoredJson;
import org.jdbi.v3.core.Jdbi;

/** Reads the timelines of sessions. */
@ApplicationScoped
public class TimelineReader {

  private final Jdbi database;
  private final StoredJson json;

  TimelineReader(Jdbi database, StoredJson json) {
    this.database = database;
    this.json = json;
  }

  /** The rows of many timelines that are in memory at once. */
  private static final int FETCHED = 500;

  private static final String OF_SESSIONS =
      """
      select session_id, at, kind, detail from report_happening
      where session_id = any(:sessions) order by session_id, position
      """;

  /** The timeline of a session, in order; at most as long as the projection keeps it. */
  public List<Happening> of(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select at, kind, detail from report_happening
                    where session_id = ? order by position
                    """,
                    sessionId)
                .map((row, context) -> happening(row))
                .list());
  }

  /**
   * Reads the timelines of several sessions with one statement. In a transaction only one of them
   * is in memory.
   *
   * @param reader receives each session that has a timeline
   */
  public void read(Collection<UUID> sessionIds, BiConsumer<UUID, List<Happening>> reader) {
    database.useHandle(
        handle -> {
          List<Happening> timeline = new ArrayList<>();
          UUID[] session = new UUID[1];
          handle
              .createQuery(OF_SESSIONS)
              .bindArray("sessions", UUID.class, sessionIds)
              .setFetchSize(FETCHED)
              .map((row, context) -> Map.entry(row.getObject(1, UUID.class), happening(row)))
              .forEach(
                  entry -> {
                    if (session[0] != null && !session[0].equals(entry.getKey())) {
                      reader.accept(session[0], List.copyOf(timeline));
                      timeline.clear();
                    }
                    session[0] = entry.getKey();
                    timeline.add(entry.getValue());
                  });
          if (session[0] != null) {
            reader.accept(session[0], List.copyOf(timeline));
          }
        });
  }

  private Happening happening(ResultSet row) throws SQLException {
    return new Happening(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        HappeningKind.of(row.getString("kind")),
        json.read(row.getString("detail"), Happening.HappeningDetail.class));
  }
}
