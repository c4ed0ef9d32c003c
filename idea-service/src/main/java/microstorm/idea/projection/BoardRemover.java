package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import microstorm.idea.action.ActionKeeper;
import microstorm.messaging.inbox.DeletedKeys;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes the boards of deleted sessions with everything on them, except open actions, which belong
 * to the team. Runs in a transaction of the inbox that excludes all others ({@link DeletedKeys}).
 */
@ApplicationScoped
public class BoardRemover {

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
          "board");

  private final Jdbi database;
  private final ActionKeeper actions;
  private final DeletedKeys deletedKeys;
  private final Outbox outbox;

  BoardRemover(Jdbi database, ActionKeeper actions, DeletedKeys deletedKeys, Outbox outbox) {
    this.actions = actions;
    this.database = database;
    this.deletedKeys = deletedKeys;
    this.outbox = outbox;
  }

  /** Removes the boards of sessions, whether they exist or not. */
  public void remove(Collection<UUID> sessions) {
    database.useHandle(
        handle -> {
          // like every other transaction, before what is on the boards
          execute(
              handle,
              "select from board where session_id = any(:ids) order by session_id for update",
              sessions);
          actions.keepOpen(sessions);
          for (String table : TABLES) {
            execute(handle, "delete from " + table + " where session_id = any(:ids)", sessions);
          }
        });
    deletedKeys.add(sessions);
    outbox.discard(sessions);
  }

  private static void execute(Handle handle, String statement, Collection<UUID> sessions) {
    handle.createUpdate(statement).bindArray("ids", UUID.class, List.copyOf(sessions)).execute();
  }
}
