package microstorm.report.deletion;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import microstorm.report.edition.DeletedFromLog;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the rows of deleted sessions, and whatever the log book has of them. Nobody reads or
 * writes these rows any more, so this locks nobody out. One replica at a time removes a few
 * sessions in each transaction; after a crash the next run goes on.
 */
@ApplicationScoped
class ReportRowRemover {

  private static final Logger LOG = Logger.getLogger(ReportRowRemover.class);

  /** The sessions whose rows one transaction removes. Those that failed before go alone. */
  static final int CHUNK = 20;

  /** Held by the transaction that removes. */
  static final long LOCK = 0x6d73746f726d0025L;

  /**
   * The tables with a column {@code session_id}, each after those that refer to it. Deliveries of
   * webhooks are created while the report is locked, so they come after it.
   */
  static final List<String> TABLES =
      List.of(
          "log_import_session",
          "log_layout",
          "log_edition",
          "log_replaced",
          "log_split",
          "log_session",
          "report_happening",
          "removed_idea",
          "report_action_shown",
          "report_action",
          "report_group",
          "report_mark",
          "report_link",
          "report_idea",
          "report_topic",
          "report_board",
          "report_participant",
          "report",
          "search_entry",
          "search_queue",
          "link_place",
          "link_queue",
          "webhook_occurrence",
          "webhook_delivery",
          "report_removal");

  private static final String NEXT =
      """
      with first as (
        select team_id, failures from report_removal where not team_id = any(:busy)
        order by failures, team_id, session_id limit 1)
      select removal.session_id, removal.team_id
      from first join report_removal removal using (team_id, failures)
      order by removal.session_id limit (select case failures when 0 then %d else 1 end from first)
      """
          .formatted(CHUNK);

  private static final String LOCK_BOOK =
      """
      select not exists (select from log_book where team_id = :team) or exists (
        select from (select from log_book where team_id = :team for update skip locked) as mine)
      """;

  private static final String FAILED =
      "update report_removal set failures = failures + 1 where session_id = any(:ids)";

  private final Jdbi database;
  private final ImportQuotes quotes;

  ReportRowRemover(Jdbi database, ImportQuotes quotes) {
    this.database = database;
    this.quotes = quotes;
  }

  /** Sessions of one team. */
  private record Some(UUID teamId, List<UUID> sessions) {}

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void removeLeftOver() {
    Set<UUID> busy = new HashSet<>();
    try {
      for (Optional<Some> next = next(busy); next.isPresent(); next = next(busy)) {
        removeOrPostpone(next.get(), busy);
      }
    } catch (RuntimeException failure) {
      LOG.debugf("The rows of deleted sessions cannot be removed at the moment: %s", failure);
    }
  }

  private void removeOrPostpone(Some some, Set<UUID> busy) {
    boolean removed = false;
    try {
      removed = QuarkusTransaction.requiringNew().call(() -> remove(some));
    } catch (RuntimeException failure) {
      LOG.warnf("The rows of deleted sessions cannot be removed at the moment: %s", failure);
      QuarkusTransaction.requiringNew()
          .run(() -> database.useHandle(handle -> execute(handle, FAILED, some.sessions)));
    }
    if (!removed) {
      busy.add(some.teamId); // the others go first
    }
  }

  /** Returns false while an import of the team runs, or another replica removes. */
  private boolean remove(Some some) {
    List<UUID> ids = some.sessions;
    return database.withHandle(
        handle -> {
          if (!isAlone(handle) || !hasBook(handle, some.teamId)) {
            return false;
          }
          DeletedFromLog.forget(handle, some.teamId);
          quotes.forget(ids);
          execute(
              handle,
              "update report_action set finished_in = null where finished_in = any(:ids)",
              ids);
          TABLES.forEach(
              table ->
                  execute(handle, "delete from " + table + " where session_id = any(:ids)", ids));
          return true;
        });
  }

  private Optional<Some> next(Set<UUID> busy) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(NEXT)
                .bindArray("busy", UUID.class, List.copyOf(busy))
                .map(
                    (row, context) ->
                        new Some(
                            row.getObject("team_id", UUID.class),
                            List.of(row.getObject("session_id", UUID.class))))
                .list()
                .stream()
                .reduce(ReportRowRemover::together));
  }

  private static Some together(Some one, Some other) {
    return new Some(
        one.teamId, Stream.concat(one.sessions.stream(), other.sessions.stream()).toList());
  }

  private static boolean isAlone(Handle handle) {
    return handle.select("select pg_try_advisory_xact_lock(?)", LOCK).mapTo(Boolean.class).one();
  }

  private static boolean hasBook(Handle handle, UUID team) {
    return handle.createQuery(LOCK_BOOK).bind("team", team).mapTo(Boolean.class).one();
  }

  private static void execute(Handle handle, String statement, List<UUID> ids) {
    handle.createUpdate(statement).bindArray("ids", UUID.class, ids).execute();
  }
}
