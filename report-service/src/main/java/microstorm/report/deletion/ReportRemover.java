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
 * Ends the access to the reports of deleted sessions. Runs in a transaction that excludes all
 * others of the inbox ({@link DeletedKeys}), so it does little, and waits for no log book: without
 * the row of the report nobody reads the session, and {@link ReportRowRemover} removes the other
 * rows afterwards.
 */
@ApplicationScoped
public class ReportRemover {

  private static final List<String> END =
      List.of(
          """
          insert into deleted_session (session_id, team_id)
          select id, :team from unnest(:ids) as id on conflict do nothing
          """,
          """
          insert into report_removal (session_id, team_id)
          select id, :team from unnest(:ids) as id on conflict do nothing
          """,
          "select from report where session_id = any(:ids) order by session_id for update",
          "delete from report where session_id = any(:ids)");

  private final Jdbi database;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;

  ReportRemover(Jdbi database, DeletedKeys deletedKeys, Outbox outbox) {
    this.database = database;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
  }

  /** Removes the reports of sessions of a team, whether they exist or not. */
  public void remove(UUID teamId, Collection<UUID> sessions) {
    List<UUID> ids = List.copyOf(sessions);
    database.useHandle(handle -> END.forEach(statement -> execute(handle, statement, teamId, ids)));
    deletedKeys.add(ids);
    outbox.discard(ids);
  }

  private static void execute(Handle handle, String statement, UUID teamId, List<UUID> ids) {
    var update = handle.createUpdate(statement).bindArray("ids", UUID.class, ids);
    if (statement.contains(":team")) {
      update.bind("team", teamId);
    }
    update.execute();
  }
}
