package microstorm.report.pace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.course.Happening;
import org.jdbi.v3.core.Jdbi;

/** Reads the pace of sessions. */
@ApplicationScoped
public class PaceReader {

  private final Jdbi database;

  PaceReader(Jdbi database) {
    this.database = database;
  }

  /** The pace of a session held here; empty until it has ended. */
  public Optional<SessionPace> of(UUID sessionId, List<Happening> happenings) {
    return happenings.isEmpty()
        ? Optional.empty()
        : PaceTimeline.of(happenings, written(sessionId));
  }

  /** When the ideas were written; null if that is not known of each. */
  private List<Instant> written(UUID sessionId) {
    List<Optional<Instant>> times =
        database.withHandle(
            handle ->
                handle
                    .select("select submitted_at from report_idea where session_id = ?", sessionId)
                    .map(
                        (row, context) ->
                            Optional.ofNullable(row.getObject("submitted_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant))
                    .list());
    return times.stream().allMatch(Optional::isPresent)
        ? times.stream().map(Optional::orElseThrow).toList()
        : null;
  }
}
