package microstorm.report.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
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
                .map(
                    (row, context) ->
                        new Happening(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            HappeningKind.of(row.getString("kind")),
                            json.read(row.getString("detail"), Happening.HappeningDetail.class)))
                .list());
  }
}
