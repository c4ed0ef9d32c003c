package microstorm.idea.projection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.http.token.RevokedAccess;
import microstorm.idea.action.ActionKeeper;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Ends the access to deleted teams, and removes their boards and actions a few at a time. No event
 * is applied while a transaction deletes boards, so one that removed thousands would delay all
 * teams. Each session has an event of its own; this removes the boards that are still there.
 */
@ApplicationScoped
class TeamRemover {

  private static final Logger LOG = Logger.getLogger(TeamRemover.class);

  /** The boards that one transaction removes. */
  static final int CHUNK = 100;

  private static final String LEFT_OVER =
      """
      select session_id from board join revoked_access on revoked_access.id = board.team_id
      order by session_id limit %d
      """
          .formatted(CHUNK);

  private final Jdbi database;
  private final DeletedKeys deletedKeys;
  private final RevokedAccess revoked;
  private final BoardRemover boards;
  private final ActionKeeper actions;
  private final Outbox outbox;

  TeamRemover(
      Jdbi database,
      DeletedKeys deletedKeys,
      RevokedAccess revoked,
      BoardRemover boards,
      ActionKeeper actions,
      Outbox outbox) {
    this.outbox = outbox;
    this.actions = actions;
    this.database = database;
    this.deletedKeys = deletedKeys;
    this.revoked = revoked;
    this.boards = boards;
  }

  /** Ends the access to a deleted team. Its boards and actions are removed afterwards. */
  void remove(UUID teamId, Instant deletedAt) {
    deletedKeys.add(List.of(teamId));
    outbox.discard(List.of(teamId));
    revoked.revoke(Set.of(teamId), deletedAt);
  }

  @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void removeLeftOver() {
    try {
      while (!leftOver().isEmpty()) {
        QuarkusTransaction.requiringNew().run(this::removeSome);
      }
      while (QuarkusTransaction.requiringNew().call(actions::removeOfDeletedTeams)) {
        Thread.onSpinWait();
      }
    } catch (RuntimeException failure) {
      LOG.debugf("The boards of deleted teams cannot be removed at the moment: %s", failure);
    }
  }

  private void removeSome() {
    deletedKeys.exclude();
    boards.remove(leftOver());
  }

  private List<UUID> leftOver() {
    return database.withHandle(handle -> handle.createQuery(LEFT_OVER).mapTo(UUID.class).list());
  }
}
