package microstorm.session.deletion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.session.core.Sessions;
import org.jboss.logging.Logger;

/**
 * Removes the sessions of deleted teams, a few in each transaction. A transaction holds a lock of
 * the outbox for each session and excludes the inbox, so one that removed thousands of sessions
 * would stop all teams. One replica at a time removes; after a crash the next run goes on.
 */
@ApplicationScoped
class TeamRemover {

  private static final Logger LOG = Logger.getLogger(TeamRemover.class);

  /** The sessions that one transaction removes: they take at most as many of 1,024 locks. */
  static final int CHUNK = 20;

  /** Held by the transaction that removes. */
  static final long LOCK = 0x6d73746f726d0044L;

  private static final int SMALL_ROWS = 1_000;

  private static final String TEAM =
      "select team_id from team_removal order by deleted_at, team_id limit 1";

  private static final String FORGET_DELETED =
      """
      delete from deleted_session where ctid = any(array(
        select ctid from deleted_session where team_id = :team limit %d))
      """
          .formatted(SMALL_ROWS);

  /** A request that ran at the same time may have added to the first ones. */
  private static final List<String> FORGET_TEAM =
      Stream.concat(
              Stream.concat(TeamDeletionService.TABLES.stream(), Stream.of("team_removal"))
                  .map(table -> "delete from " + table + " where team_id = :team"),
              Stream.of("delete from team where id = :team"))
          .toList();

  private final EntityManager database;
  private final SessionRemover remover;
  private final DeletedKeys deletedKeys;

  TeamRemover(EntityManager database, SessionRemover remover, DeletedKeys deletedKeys) {
    this.database = database;
    this.remover = remover;
    this.deletedKeys = deletedKeys;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void removeLeftOver() {
    try {
      boolean removed;
      do {
        removed = QuarkusTransaction.requiringNew().call(this::removeSome);
      } while (removed);
    } catch (RuntimeException failure) {
      LOG.debugf("The sessions of deleted teams cannot be removed at the moment: %s", failure);
    }
  }

  /** Returns false when nothing is left, or while another replica removes. */
  private boolean removeSome() {
    List<UUID> teams = teams();
    if (teams.isEmpty() || !isAlone()) {
      return false;
    }
    UUID team = teams.get(0);
    deletedKeys.exclude(); // before the sessions' locks, like every transaction of the inbox
    List<UUID> sessions = Sessions.lockSomeOf(team, CHUNK);
    if (!sessions.isEmpty()) {
      remover.remove(team, sessions);
    } else if (hasSessions(team)) {
      return false; // somebody has them locked
    } else if (execute(FORGET_DELETED, team) < SMALL_ROWS) {
      FORGET_TEAM.forEach(statement -> execute(statement, team));
    }
    return true;
  }

  @SuppressWarnings("unchecked")
  private List<UUID> teams() {
    return database.createNativeQuery(TEAM, UUID.class).getResultList();
  }

  private boolean hasSessions(UUID team) {
    return (Boolean)
        database
            .createNativeQuery(
                "select exists (select from session where team_id = :team)", Boolean.class)
            .setParameter("team", team)
            .getSingleResult();
  }

  private boolean isAlone() {
    return (Boolean)
        database
            .createNativeQuery("select pg_try_advisory_xact_lock(:key)", Boolean.class)
            .setParameter("key", LOCK)
            .getSingleResult();
  }

  private int execute(String statement, UUID team) {
    return database.createNativeQuery(statement).setParameter("team", team).executeUpdate();
  }
}
