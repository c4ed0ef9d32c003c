package microstorm.idea.projection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.idea.action.ActionKeeper;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the rows of deleted sessions, except open actions, which belong to the team. Nobody reads
 * or writes these rows any more, so this locks nobody out. One replica at a time removes a few
 * boards in each transaction; after a crash the next run goes on.
 */
@ApplicationScoped
class BoardRowRemover {

  private static final Logger LOG = Logger.getLogger(BoardRowRemover.class);

  /** The boards whose rows one transaction removes. Those that failed before go alone. */
  static final int CHUNK = 20;

  /** Held by the transaction that removes. */
  static final long LOCK = 0x6d73746f726d0034L;

  /** The tables with a column {@code session_id}, each after those that refer to it. */
  static final List<String> TABLES =
      List.of(
          "action",
          "vote",
          "mark",
          "retraction",
          "ballot",
          "writer",
          "link",
          "withdrawn_idea",
          "removed_idea",
          "idea",
          "topic",
          "affinity_group",
          "presence",
          "stream_ticket",
          "seat",
          "board",
          "board_removal");

  private static final String NEXT =
      """
      select session_id from board_removal
      where failures = (select min(failures) from board_removal)
      order by session_id limit case when (select min(failures) from board_removal) = 0 then %d else 1 end
      """
          .formatted(CHUNK);

  private static final String FAILED =
      "update board_removal set failures = failures + 1 where session_id = any(:ids)";

  private final Jdbi database;
  private final ActionKeeper actions;

  BoardRowRemover(Jdbi database, ActionKeeper actions) {
    this.database = database;
    this.actions = actions;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void removeLeftOver() {
    List<UUID> chosen = new ArrayList<>();
    try {
      boolean removed;
      do {
        chosen.clear();
        removed = QuarkusTransaction.requiringNew().call(() -> removeSome(chosen));
      } while (removed);
    } catch (RuntimeException failure) {
      LOG.warnf("The rows of deleted sessions cannot be removed at the moment: %s", failure);
      postpone(chosen);
    }
  }

  /** Returns false when nothing is left, or while another replica removes. */
  private boolean removeSome(List<UUID> chosen) {
    return database.withHandle(
        handle -> {
          List<UUID> ids = handle.createQuery(NEXT).mapTo(UUID.class).list();
          if (ids.isEmpty() || !isAlone(handle)) {
            return false;
          }
          chosen.addAll(ids);
          actions.keepOpen(ids);
          TABLES.forEach(
              table ->
                  execute(handle, "delete from " + table + " where session_id = any(:ids)", ids));
          return true;
        });
  }

  /** Lets the others go first, so that one board that cannot be removed delays no other. */
  private void postpone(List<UUID> ids) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> database.useHandle(handle -> execute(handle, FAILED, ids)));
    } catch (RuntimeException unavailable) {
      LOG.debugf("The database does not answer: %s", unavailable);
    }
  }

  private static boolean isAlone(Handle handle) {
    return handle.select("select pg_try_advisory_xact_lock(?)", LOCK).mapTo(Boolean.class).one();
  }

  private static void execute(Handle handle, String statement, List<UUID> ids) {
    handle.createUpdate(statement).bindArray("ids", UUID.class, ids).execute();
  }
}
