package microstorm.report.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the reports of deleted sessions, and whatever the log book has of them. Runs in a
 * transaction that excludes all others of the inbox ({@link DeletedKeys}).
 */
@ApplicationScoped
public class ReportRemover {

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
          "webhook_delivery");

  /** Waits for a running import, so that its sessions are deleted, too. */
  private static final String LOCK_BOOK = "select from log_book where team_id = ? for update";

  private static final String REMEMBER =
      """
      insert into deleted_session (session_id, team_id)
      select id, :team from unnest(:ids) as id on conflict do nothing
      """;

  private static final String FORGET_EMPTY_FRAME =
      """
      update log_book set frame = null
      where team_id = :team and not exists (
        select from log_session l where l.team_id = log_book.team_id)
      """;

  private static final String FORGET_UNDO =
      """
      delete from log_undo
      where team_id = :team and not exists (
        select from log_session l where l.team_id = log_undo.team_id)
      """;

  private final Jdbi database;
  private final DeletedKeys deletedKeys;
  private final ImportQuotes quotes;
  private final Outbox outbox;

  ReportRemover(Jdbi database, DeletedKeys deletedKeys, ImportQuotes quotes, Outbox outbox) {
    this.database = database;
    this.quotes = quotes;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
  }

  /** Removes the reports of sessions of a team, whether they exist or not. */
  public void remove(UUID teamId, Collection<UUID> sessions) {
    List<UUID> ids = List.copyOf(sessions);
    database.useHandle(
        handle -> {
          handle.execute(LOCK_BOOK, teamId);
          handle
              .createUpdate(REMEMBER)
              .bind("team", teamId)
              .bindArray("ids", UUID.class, ids)
              .execute();
          quotes.forget(ids);
          execute(
              handle,
              "update report_action set finished_in = null where finished_in = any(:ids)",
              ids);
          for (String table : TABLES) {
            execute(handle, "delete from " + table + " where session_id = any(:ids)", ids);
          }
          handle.createUpdate(FORGET_EMPTY_FRAME).bind("team", teamId).execute();
          handle.createUpdate(FORGET_UNDO).bind("team", teamId).execute();
        });
    deletedKeys.add(ids);
    outbox.discard(ids);
  }

  private static void execute(Handle handle, String statement, List<UUID> ids) {
    handle.createUpdate(statement).bindArray("ids", UUID.class, ids).execute();
  }
}
