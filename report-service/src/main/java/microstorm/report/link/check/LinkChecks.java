package microstorm.report.link.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.report.link.check.LinkCheckList.LinkCheck;
import microstorm.report.link.check.LinkCheckList.LinkCheckProgress;
import microstorm.report.link.check.LinkCheckList.LinkStateCounts;
import microstorm.report.problem.ReportProblem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Starts the checks of teams, and reads how far they are. */
@ApplicationScoped
class LinkChecks {

  private static final int KEPT = 20;

  /** Two numbers, so that it is no lock of anything else. */
  private static final String LOCK = "select pg_advisory_xact_lock(730506044, hashtext(?))";

  private static final String SELECT = "select * from link_check where team_id = ?";

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
  private final LinkCheckConfig config;
  private final NewId newId;

  LinkChecks(Jdbi database, LinkCheckConfig config, NewId newId) {
    this.database = database;
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
          return find(handle, teamId, id).orElseThrow();
        });
  }

  private void requirePossible(Handle handle, UUID teamId) {
    List<LinkCheck> last = last(handle, teamId, 1);
    if (last.isEmpty()) {
      return;
    }
    if (last.get(0).finishedAt() == null) {
      throw ReportProblem.LINK_CHECK_RUNNING.exception();
    }
    Duration left =
        Duration.between(now(handle), last.get(0).startedAt().plus(config.startInterval()));
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
    handle.createUpdate(FORGET_OLD).bind("team", teamId).bind("kept", KEPT).execute();
  }

  /** A check, if it belongs to this team. */
  @Transactional
  Optional<LinkCheck> find(UUID teamId, UUID id) {
    return database.withHandle(handle -> find(handle, teamId, id));
  }

  /** The last checks of a team. */
  @Transactional
  LinkCheckList list(UUID teamId) {
    return database.withHandle(
        handle -> {
          List<LinkCheck> last = last(handle, teamId, KEPT);
          Instant next =
              last.isEmpty() || last.get(0).finishedAt() == null
                  ? null
                  : last.get(0).startedAt().plus(config.startInterval());
          return new LinkCheckList(
              config.enabled(), next == null || next.isBefore(now(handle)) ? null : next, last);
        });
  }

  private Optional<LinkCheck> find(Handle handle, UUID teamId, UUID id) {
    return handle
        .select(SELECT + " and id = ?", teamId, id)
        .map((row, context) -> check(row))
        .findOne();
  }

  private List<LinkCheck> last(Handle handle, UUID teamId, int most) {
    return handle
        .select(SELECT + " order by started_at desc limit ?", teamId, most)
        .map((row, context) -> check(row))
        .list();
  }

  private static Instant now(Handle handle) {
    return handle.select("select now()").mapTo(OffsetDateTime.class).one().toInstant();
  }

  private LinkCheck check(ResultSet row) throws SQLException {
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    LinkStateCounts counts =
        new LinkStateCounts(
            row.getInt("works"),
            row.getInt("moved"),
            row.getInt("restricted"),
            row.getInt("broken"),
            row.getInt("unreachable"),
            row.getInt("refused"));
    return new LinkCheck(
        row.getObject("id", UUID.class),
        finished != null
            ? LinkCheckProgress.FINISHED
            : config.enabled() ? LinkCheckProgress.RUNNING : LinkCheckProgress.STOPPED,
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getInt("targets"),
        row.getInt("waiting"),
        counts.sum(),
        counts);
  }
}
