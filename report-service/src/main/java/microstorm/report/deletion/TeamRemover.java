package microstorm.report.deletion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.token.RevokedAccess;
import microstorm.messaging.inbox.DeletedKeys;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Ends the access to deleted teams, and removes their reports and log books a few sessions at a
 * time. No event is applied while a transaction deletes sessions, so one that removed thousands
 * would delay all teams. Each session has an event of its own; this removes what is still there.
 */
@ApplicationScoped
public class TeamRemover {

  private static final Logger LOG = Logger.getLogger(TeamRemover.class);

  /** The sessions that one transaction removes. */
  static final int CHUNK = 100;

  /** The tables of a team's sessions. */
  private static final List<String> SESSION_TABLES = List.of("report", "log_session");

  /** In addition to the tables of sessions, those of a team, each after those that refer to it. */
  static final List<String> TEAM_TABLES =
      List.of(
          "webhook_occurrence",
          "webhook_delivery",
          "webhook",
          "search_entry",
          "link_check_task",
          "link_check",
          "link_place",
          "link_target",
          "link_stale",
          "report_action",
          "log_undo",
          "log_import",
          "deleted_import",
          "report_removal",
          "deleted_session",
          "log_book");

  private static final String LEFT_OVER =
      "select id from revoked_access r where exists (select from team where team.id = r.id)"
          + Stream.concat(SESSION_TABLES.stream(), TEAM_TABLES.stream())
              .map(table -> " or exists (select from " + table + " where team_id = r.id)")
              .collect(Collectors.joining())
          + " order by id";

  /** Without those whose rows {@link ReportRowRemover} removes. */
  private static final String SESSIONS =
      SESSION_TABLES.stream()
              .map(table -> "select session_id from " + table + " where team_id = :team")
              .collect(Collectors.joining(" union "))
          + " except select session_id from report_removal where team_id = :team"
          + " order by session_id limit "
          + CHUNK;

  private static final String WAITS =
      "select exists (select from report_removal where team_id = :team)";

  private final Jdbi database;
  private final DeletedKeys deletedKeys;
  private final RevokedAccess revoked;
  private final ReportRemover reports;

  TeamRemover(
      Jdbi database, DeletedKeys deletedKeys, RevokedAccess revoked, ReportRemover reports) {
    this.database = database;
    this.deletedKeys = deletedKeys;
    this.revoked = revoked;
    this.reports = reports;
  }

  /** Ends the access to a deleted team. Its reports are removed afterwards. */
  public void remove(UUID teamId, Instant deletedAt) {
    deletedKeys.add(List.of(teamId));
    revoked.revoke(Set.of(teamId), deletedAt);
    // at once, so that nothing is sent any more
    database.useHandle(handle -> handle.execute("delete from webhook where team_id = ?", teamId));
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void removeLeftOver() {
    try {
      for (UUID team : leftOver()) {
        boolean removed;
        do {
          removed = QuarkusTransaction.requiringNew().call(() -> removeSome(team));
        } while (removed);
      }
    } catch (RuntimeException failure) {
      LOG.debugf("The reports of deleted teams cannot be removed at the moment: %s", failure);
    }
  }

  /**
   * Removes some sessions of a team; when there are none, the rest of the team. Returns false when
   * nothing is left to do now.
   */
  private boolean removeSome(UUID teamId) {
    return database.withHandle(
        handle -> {
          List<UUID> sessions =
              handle.createQuery(SESSIONS).bind("team", teamId).mapTo(UUID.class).list();
          if (!sessions.isEmpty()) {
            deletedKeys.exclude();
            reports.remove(teamId, sessions);
            return true;
          }
          if (!handle.createQuery(WAITS).bind("team", teamId).mapTo(Boolean.class).one()) {
            for (String table : TEAM_TABLES) {
              handle.execute("delete from " + table + " where team_id = ?", teamId);
            }
            handle.execute("delete from team where id = ?", teamId);
          }
          return false;
        });
  }

  private List<UUID> leftOver() {
    return database.withHandle(handle -> handle.createQuery(LEFT_OVER).mapTo(UUID.class).list());
  }
}
