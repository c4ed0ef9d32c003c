package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.report.problem.ReportProblem;
import org.jdbi.v3.core.Jdbi;

/**
 * Limits how many sessions and ideas of one team's imports may be waiting for the other services.
 * The events of all teams share the same Kafka topics, which one team must not fill.
 */
@ApplicationScoped
public class ImportBacklog {

  /** Sessions and ideas together; the other services process this number within seconds. */
  static final int MOST = 10_000;

  private static final int RETRY_AFTER_SECONDS = 5;

  /**
   * Imports older than this no longer count: if they have not arrived by then, waiting does not
   * help.
   */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final Jdbi database;
  private final Clock clock;

  ImportBacklog(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Checks whether a team may import another log.
   *
   * @throws ProblemException 429 while too much of its last imports is still being processed
   */
  public void check(UUID teamId) {
    if (isTooLong(teamId)) {
      throw ReportProblem.IMPORT_RUNNING.exception().retryAfter(RETRY_AFTER_SECONDS);
    }
  }

  private boolean isTooLong(UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select coalesce(sum(1 + ideas), 0) > :most from (
                      select distinct on (s.session_id) s.ideas from log_import i
                      join log_import_session s on s.import_id = i.id
                      join log_session l on l.session_id = s.session_id
                      left join complete_session c on c.session_id = s.session_id
                      where i.team_id = :team and i.accepted_at > :since
                        and l.failed_revision is distinct from l.revision
                        and coalesce(c.log_revision < l.revision, true)
                      order by s.session_id, i.accepted_at desc) as outstanding
                    """)
                .bind("team", teamId)
                .bind("since", Timestamp.from(clock.instant().minus(AT_MOST)))
                .bind("most", MOST)
                .mapTo(Boolean.class)
                .one());
  }
}
