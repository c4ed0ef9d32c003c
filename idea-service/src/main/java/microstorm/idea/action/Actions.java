package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.RemovedItem;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The actions of boards. */
@ApplicationScoped
public class Actions implements Changes {

  private static final String COLUMNS =
      """
      select action.id, action.idea_id, action.position, action.text, action.owner, action.due_on,
        action.state, action.carried_from, action.removed, action.seq
      from action
      """;

  private static final String SELECT = COLUMNS + "where session_id = ? ";

  private static final String PUT =
      """
      insert into action
        (id, session_id, idea_id, position, text, owner, due_on, state, carried_from, seq)
      values (:id, :session, :ideaId::uuid, :position, :text, :owner, :dueOn::date, :state,
        :carriedFrom::uuid, :seq)
      on conflict (id) do update set idea_id = excluded.idea_id, text = excluded.text,
        owner = excluded.owner, due_on = excluded.due_on, state = excluded.state, seq = excluded.seq
      where action.session_id = excluded.session_id and not action.removed
      """;

  private static final String OPEN_OF_TEAM =
      COLUMNS
          + """
          join board on board.session_id = action.session_id
          where action.session_id = ? and not removed and state = 'open'
            and board.team_id = (select team_id from board where session_id = ?)
            and not exists (
              select from action carried
              where carried.session_id = ? and carried.carried_from = action.id)
          order by position, id
          """;

  private final Jdbi database;

  Actions(Jdbi database) {
    this.database = database;
  }

  /** The board's actions, in its order. */
  public List<Action> of(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + "and not removed order by position, id", sessionId)
                .map(ConstructorMapper.of(Action.class))
                .list());
  }

  @Override
  public String condition() {
    return Changes.in("action");
  }

  @Override
  public String lastOpen() {
    return Changes.lastIn("action");
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + "and seq > ?", sessionId, seq)
                .map(
                    (row, context) ->
                        row.getBoolean("removed")
                            ? Change.open(
                                row.getLong("seq"),
                                ChangeType.ACTION_REMOVED,
                                new RemovedItem(row.getObject("id", UUID.class)))
                            : Change.open(
                                row.getLong("seq"),
                                ChangeType.ACTION,
                                ConstructorMapper.of(Action.class).map(row, context)))
                .list());
  }

  Optional<Action> find(UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + "and id = ? and not removed", sessionId, id)
                .map(ConstructorMapper.of(Action.class))
                .findOne());
  }

  /** The number of removed actions. */
  int removed(UUID sessionId) {
    return Changes.removed(database, "action", sessionId);
  }

  /** Whether the board had this action and it was removed. */
  boolean isRemoved(UUID sessionId, UUID id) {
    return Changes.isRemoved(database, "action", sessionId, id);
  }

  /**
   * The open actions of an earlier session that its successor has not carried yet, if both belong
   * to the same team. A lobby can open more than once.
   */
  List<Action> openOf(UUID sessionId, UUID successorId) {
    return database.withHandle(
        handle ->
            handle
                .select(OPEN_OF_TEAM, sessionId, successorId, successorId)
                .map(ConstructorMapper.of(Action.class))
                .list());
  }

  /** Adds or changes an action. Returns false when the id is used on another board. */
  boolean put(UUID sessionId, Action action, long seq) {
    return database.withHandle(
        handle ->
            handle
                    .createUpdate(PUT)
                    .bindMethods(action)
                    .bind("session", sessionId)
                    .bind("seq", seq)
                    .execute()
                == 1);
  }

  /**
   * Whether an action was changed since it was added. Every change gives it a new number, while its
   * position stays the first number.
   */
  boolean isChanged(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select("select seq <> position from action where id = ?", id)
                .mapTo(Boolean.class)
                .one());
  }

  void remove(UUID id, long seq) {
    database.useHandle(
        handle ->
            handle.execute("update action set removed = true, seq = ? where id = ?", seq, id));
  }
}
