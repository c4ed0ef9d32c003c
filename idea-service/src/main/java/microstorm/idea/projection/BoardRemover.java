package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Ends the access to the boards of deleted sessions. Runs in a transaction of the inbox that
 * excludes all others ({@link DeletedKeys}), so it does little: without the row of the board nobody
 * reads or changes anything on it, and {@link BoardRowRemover} removes the other rows afterwards.
 */
@ApplicationScoped
public class BoardRemover {

  private static final List<String> END =
      List.of(
          // like every other transaction, before what is on the boards
          "select from board where session_id = any(:ids) order by session_id for update",
          "delete from board where session_id = any(:ids)",
          "insert into board_removal (session_id) select unnest(:ids) on conflict do nothing");

  private final Jdbi database;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;

  BoardRemover(Jdbi database, DeletedKeys deletedKeys, Outbox outbox) {
    this.database = database;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
  }

  /** Removes the boards of sessions, whether they exist or not. */
  public void remove(Collection<UUID> sessions) {
    List<UUID> ids = List.copyOf(sessions);
    database.useHandle(handle -> END.forEach(statement -> execute(handle, statement, ids)));
    deletedKeys.add(ids);
    outbox.discard(ids);
  }

  private static void execute(Handle handle, String statement, List<UUID> sessions) {
    handle.createUpdate(statement).bindArray("ids", UUID.class, sessions).execute();
  }
}
