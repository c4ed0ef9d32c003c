package microstorm.report.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import microstorm.report.problem.ReportProblem;
import microstorm.web.ProblemException;
import org.jdbi.v3.core.Jdbi;

/**
 * Limits the sessions and ideas of one team's imports that the other services have not taken in
 * yet. The events of all teams go through the same topics: one team may not fill them.
 */
@ApplicationScoped
class ImportBacklog {

  /** Sessions and ideas; the other services take them in within some seconds. */
  static final int MOST = 10_000;

  private static final int RETRY_AFTER_SECONDS = 5;

  /** What has not arrived after this time is not waited for: something else is wrong. */
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private final Jdbi database;
  private final Clock clock;

  ImportBacklog(Jdbi database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Checks whether a team may import a further log.
   *
   * @throws ProblemException 429 while its last imports keep the other services busy
   */
  void check(UUID teamId) {
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
