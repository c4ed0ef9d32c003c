package microstorm.report.link.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.report.link.check.LinkCheckList.LinkCheck;
import microstorm.report.problem.ReportProblem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Starts the checks of teams: one at a time, and not too often. */
@ApplicationScoped
class LinkCheckStarter {

  /** Two numbers, so that it is no lock of anything else. */
  private static final String LOCK = "select pg_advisory_xact_lock(730506044, hashtext(?))";

  private static final String DUE =
      """
      from link_target where team_id = :team and fault is null
        and (checked_at is null or checked_at <= now() - :recheck::interval)
      """;

  private static final String ADD_TASKS =
      """
      insert into link_check_task (check_id, team_id, target, host)
      select :check, :team, due.target, place.host
      from (select target\s"""
          + DUE
          + """
          order by checked_at nulls first, newest desc, target limit :most) as due
        cross join lateral (
          select host from link_place place
          where place.team_id = :team and place.target = due.target
          order by held_order desc limit 1) as place
      """;

  private static final String FORGET_OLD =
      """
      delete from link_check
      where team_id = :team and finished_at is not null and id not in (
        select id from link_check where team_id = :team order by started_at desc limit :kept)
      """;

  private final Jdbi database;
  private final LinkChecks checks;
  private final LinkCheckConfig config;
  private final NewId newId;

  LinkCheckStarter(Jdbi database, LinkChecks checks, LinkCheckConfig config, NewId newId) {
    this.database = database;
    this.checks = checks;
    this.config = config;
    this.newId = newId;
  }

  /**
   * Starts a check of all addresses without a recent result.
   *
   * @throws ProblemException 409 if checks are off or one runs already, 429 if the last one was
   *     started too recently
   */
  @Transactional
  LinkCheck start(UUID teamId) {
    if (!config.enabled()) {
      throw ReportProblem.LINK_CHECKS_OFF.exception();
    }
    return database.withHandle(
        handle -> {
          handle.execute(LOCK, teamId.toString());
          requirePossible(handle, teamId);
          UUID id = newId.get();
          insert(handle, teamId, id);
          return checks.find(handle, teamId, id).orElseThrow();
        });
  }

  private void requirePossible(Handle handle, UUID teamId) {
    List<LinkCheck> last = checks.last(handle, teamId, 1);
    if (last.isEmpty()) {
      return;
    }
    if (last.get(0).finishedAt() == null) {
      throw ReportProblem.LINK_CHECK_RUNNING.exception();
    }
    Duration left =
        Duration.between(
            LinkChecks.now(handle), last.get(0).startedAt().plus(config.startInterval()));
    if (left.compareTo(Duration.ZERO) > 0) {
      throw ReportProblem.LINK_CHECK_TOO_SOON
          .exception()
          .retryAfter(Math.toIntExact(left.toSeconds() + 1));
    }
  }

  private void insert(Handle handle, UUID teamId, UUID id) {
    String recheck = config.recheckAfter().toSeconds() + " s";
    int due =
        handle
            .createQuery("select count(*) " + DUE)
            .bind("team", teamId)
            .bind("recheck", recheck)
            .mapTo(Integer.class)
            .one();
    handle.execute(
        """
        insert into link_check (id, team_id, started_at, turn_at, targets, waiting)
        values (?, ?, now(), now(), 0, 0)
        """,
        id,
        teamId);
    int targets =
        handle
            .createUpdate(ADD_TASKS)
            .bind("check", id)
            .bind("team", teamId)
            .bind("recheck", recheck)
            .bind("most", config.maxTargets())
            .execute();
    handle.execute(
        """
        update link_check set targets = ?, waiting = ?,
          finished_at = case when ? = 0 then now() end
        where id = ?
        """,
        targets,
        Math.max(0, due - targets),
        targets,
        id);
    handle.createUpdate(FORGET_OLD).bind("team", teamId).bind("kept", LinkChecks.KEPT).execute();
  }
}
