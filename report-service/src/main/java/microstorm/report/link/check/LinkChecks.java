package microstorm.report.link.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.link.check.LinkCheckList.LinkCheck;
import microstorm.report.link.check.LinkCheckList.LinkCheckProgress;
import microstorm.report.link.check.LinkCheckList.LinkStateCounts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The checks of teams, and how far they are. */
@ApplicationScoped
class LinkChecks {

  /** The checks of a team that are kept. */
  static final int KEPT = 20;

  private static final String SELECT = "select * from link_check where team_id = ?";

  private final Jdbi database;
  private final LinkCheckConfig config;

  LinkChecks(Jdbi database, LinkCheckConfig config) {
    this.database = database;
    this.config = config;
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

  Optional<LinkCheck> find(Handle handle, UUID teamId, UUID id) {
    return handle
        .select(SELECT + " and id = ?", teamId, id)
        .map((row, context) -> check(row))
        .findOne();
  }

  /** The last checks of a team, the newest first. */
  List<LinkCheck> last(Handle handle, UUID teamId, int most) {
    return handle
        .select(SELECT + " order by started_at desc limit ?", teamId, most)
        .map((row, context) -> check(row))
        .list();
  }

  static Instant now(Handle handle) {
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
