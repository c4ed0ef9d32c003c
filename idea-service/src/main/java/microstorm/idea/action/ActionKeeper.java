package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the open actions of deleted sessions, because they belong to the team. They lose everything
 * that leads to the session: its id, the idea and the seat. Finished actions, and those of a
 * rehearsal, are deleted with their session. Runs in the caller's transaction.
 */
@ApplicationScoped
public class ActionKeeper {

  /** All rows at once, before anything counts a change: so two transactions cannot deadlock. */
  private static final String LOCK =
      """
      select from action
      where session_id = any(:ids) or finished_in = any(:ids)
        or participant_id in (select participant_id from seat where session_id = any(:ids))
        or original_id in (select id from action where session_id = any(:ids))
      order by id for update
      """;

  private static final String KEEP =
      """
      update action set session_id = null, idea_id = null, participant_id = null
      where session_id = any(:ids) and original_id is null and not removed and not rehearsed
        and state = 'open' and not exists (select from deleted_key where key = action.team_id)
      returning id, team_id, session_id, idea_id, position, text, owner, participant_id, due_on,
        state, finished_in, finished_at
      """;

  private static final List<String> FORGET =
      List.of(
          """
          update action set participant_id = null
          where participant_id in (select participant_id from seat where session_id = any(:ids))
          """,
          "update action set finished_in = null where finished_in = any(:ids)",
          """
          delete from action
          where original_id in (select id from action where session_id = any(:ids))
          """);

  private static final int CHUNK = 1_000;

  private static final String REMOVE =
      """
      delete from action where ctid = any(array(
        select action.ctid from action join revoked_access on revoked_access.id = action.team_id
        limit %d for update of action skip locked))
      """
          .formatted(CHUNK);

  private static final String FORGET_VERSIONS =
      """
      delete from team_actions using revoked_access
      where revoked_access.id = team_actions.team_id
        and not exists (select from action where action.team_id = team_actions.team_id)
      """;

  private final Jdbi database;
  private final Outbox outbox;

  ActionKeeper(Jdbi database, Outbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  /** Keeps the open actions of these sessions; the caller then deletes the others. */
  public void keepOpen(Collection<UUID> sessions) {
    database.useHandle(
        handle -> {
          handle
              .createQuery(LOCK)
              .bindArray("ids", UUID.class, sessions.toArray())
              .mapToMap()
              .list();
          var kept =
              handle
                  .createQuery(KEEP)
                  .bindArray("ids", UUID.class, sessions.toArray())
                  .map(
                      (row, context) ->
                          ActionEvents.ofTeam(
                              row.getObject("team_id", UUID.class),
                              RecordMapper.of(Action.class).map(row, context)))
                  .list();
          outbox.append(kept);
          FORGET.forEach(statement -> execute(handle, statement, sessions));
        });
  }

  private static void execute(Handle handle, String statement, Collection<UUID> sessions) {
    handle.createUpdate(statement).bindArray("ids", UUID.class, sessions.toArray()).execute();
  }

  /**
   * Deletes some actions of deleted teams; the last time also the versions of their lists.
   *
   * @return whether there may be more
   */
  public boolean removeOfDeletedTeams() {
    return database.withHandle(
        handle -> {
          boolean more = handle.execute(REMOVE) == CHUNK;
          if (!more) {
            handle.execute(FORGET_VERSIONS);
          }
          return more;
        });
  }
}
