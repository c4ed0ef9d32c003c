package microstorm.report.deletion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.messaging.inbox.DeletedKeys;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the reports of deleted sessions, and whatever the log book has of them. Runs in a
 * transaction that excludes all others of the inbox ({@link DeletedKeys}).
 */
@ApplicationScoped
public class ReportRemover {

  /** The tables with a column {@code session_id}, each after those that refer to it. */
  static final List<String> TABLES =
      List.of(
          "log_import_session",
          "log_layout",
          "log_session",
          "report_happening",
          "report_action_shown",
          "report_action",
          "report_group",
          "report_mark",
          "report_link",
          "report_idea",
          "report_topic",
          "report_board",
          "report_participant",
          "report");

  /** Beside the tables of sessions, those of a team, each after those that refer to it. */
  static final List<String> TEAM_TABLES =
      List.of("report_action", "log_import", "deleted_import", "deleted_session", "log_book");

  private static final String REMEMBER =
      """
      insert into deleted_session (session_id, team_id)
      select id, :team from unnest(:ids) as id on conflict do nothing
      """;

  /** Changes and warnings of an import quote what was in its sessions. */
  private static final String FORGET_QUOTES =
      """
      update log_import set outcome = outcome
        || jsonb_build_object(
          'changes', coalesce((
            select jsonb_agg(change) from jsonb_array_elements(outcome -> 'changes') as change
            where not (change ->> 'sessionId')::uuid = any(:ids)), '[]'),
          'warnings', '[]'::jsonb,
          'moreWarnings',
            (outcome ->> 'moreWarnings')::int + jsonb_array_length(outcome -> 'warnings'))
      where exists (
        select from log_import_session s
        where s.import_id = log_import.id and s.session_id = any(:ids))
      """;

  private static final String FORGET_EMPTY_FRAME =
      """
      update log_book set frame = null
      where team_id = :team and not exists (
        select from log_session l where l.team_id = log_book.team_id)
      """;

  private final Jdbi database;
  private final DeletedKeys deletedKeys;

  ReportRemover(Jdbi database, DeletedKeys deletedKeys) {
    this.database = database;
    this.deletedKeys = deletedKeys;
  }

  /** Removes the reports of sessions of a team, whether they exist or not. */
  public void remove(UUID teamId, Collection<UUID> sessions) {
    List<UUID> ids = List.copyOf(sessions);
    database.useHandle(
        handle -> {
          handle
              .createUpdate(REMEMBER)
              .bind("team", teamId)
              .bindArray("ids", UUID.class, ids)
              .execute();
          execute(handle, FORGET_QUOTES, ids);
          execute(
              handle,
              "update report_action set finished_in = null where finished_in = any(:ids)",
              ids);
          for (String table : TABLES) {
            execute(handle, "delete from " + table + " where session_id = any(:ids)", ids);
          }
          handle.createUpdate(FORGET_EMPTY_FRAME).bind("team", teamId).execute();
        });
    deletedKeys.add(ids);
  }

  /** Removes everything of a deleted team. */
  public void removeTeam(UUID teamId) {
    List<UUID> sessions = new ArrayList<>();
    database.useHandle(
        handle -> {
          for (String table : List.of("report", "log_session")) {
            sessions.addAll(
                handle
                    .select("select session_id from " + table + " where team_id = ?", teamId)
                    .mapTo(UUID.class)
                    .list());
          }
        });
    remove(teamId, Set.copyOf(sessions));
    database.useHandle(
        handle -> {
          for (String table : TEAM_TABLES) {
            handle.execute("delete from " + table + " where team_id = ?", teamId);
          }
          handle.execute("delete from team where id = ?", teamId);
        });
    deletedKeys.add(List.of(teamId));
  }

  private static void execute(Handle handle, String statement, List<UUID> ids) {
    handle.createUpdate(statement).bindArray("ids", UUID.class, ids).execute();
  }
}
