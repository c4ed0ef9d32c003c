package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.RemovedItem;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows of the actions. A change of an action that was agreed in a session takes a number of
 * that session's board, even after the board was sealed. Runs in the caller's transaction.
 */
@ApplicationScoped
public class Actions implements Changes {

  /** The columns of an action. */
  static final String COLUMNS =
      """
      select id, session_id, idea_id, position, text, owner, participant_id, due_on, state,
        finished_in, finished_at, removed, seq
      from action
      """;

  /** Without those of deleted sessions, which are being removed, or kept without the session. */
  static final String NOT_DELETED =
      "and not exists (select from board_removal r where r.session_id = action.session_id)";

  /** Copies that an earlier version made are not shown. */
  private static final String OF_SESSION =
      COLUMNS + "where session_id = ? and original_id is null ";

  /** The id may be that of a copy. */
  private static final String OF_TEAM =
      COLUMNS
          + """
          where team_id = ? and id = coalesce((select original_id from action where id = ?), ?)
            %s
          """
              .formatted(NOT_DELETED);

  private static final String ADD =
      """
      insert into action (id, team_id, session_id, idea_id, position, text, owner, participant_id,
        due_on, state, rehearsed, seq)
      select :id, team_id, :sessionId, :ideaId::uuid, :position, :text, :owner,
        :participantId::uuid, :dueOn::date, :state, rehearsal, :seq
      from board where session_id = :sessionId
      on conflict do nothing
      """;

  private static final String CHANGE =
      """
      update action set idea_id = :ideaId::uuid, text = :text, owner = :owner,
        participant_id = :participantId::uuid, due_on = :dueOn::date, state = :state,
        finished_in = :finishedIn::uuid, finished_at = :finishedAt::timestamptz, seq = :seq
      where id = :id
      """;

  private static final String FORGET =
      """
      update action set text = '', owner = null, participant_id = null, due_on = null,
        idea_id = null, removed = removed or id = :id, seq = case id when :id then :seq else seq end
      where id = :id or original_id = :id
      """;

  /** Those that last: what is open, and what no session has any more. */
  private static final String LASTING =
      """
      select count(*) from (
        select from action
        where team_id = :team and original_id is null and not removed and not rehearsed
          and (state = 'open' or session_id is null)
        limit :most) as lasting
      """;

  /** Of the removed actions of deleted sessions only the newest are recognised in retries. */
  private static final String FORGET_REMOVED =
      """
      delete from action where id = any(array(
        select id from action where team_id = :team and session_id is null and removed
        order by id desc offset 1000))
      """;

  private final Jdbi database;

  Actions(Jdbi database) {
    this.database = database;
  }

  /** The actions that were agreed in this session, in its order. */
  public List<Action> of(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(OF_SESSION + "and not removed order by position, id", sessionId)
                .map(RecordMapper.of(Action.class))
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
                .select(OF_SESSION + "and seq > ?", sessionId, seq)
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
                                RecordMapper.of(Action.class).map(row, context)))
                .list());
  }

  /** An action that was agreed in this session. */
  Optional<Action> find(UUID sessionId, UUID id) {
    return find(OF_SESSION + "and id = ? and not removed", sessionId, id);
  }

  /** An action of the team. */
  Optional<Action> ofTeam(UUID teamId, UUID id) {
    return find(OF_TEAM + " and not removed", teamId, id, id);
  }

  /** The same, locked until the transaction ends. */
  Optional<Action> lock(UUID teamId, UUID id) {
    return find(OF_TEAM + " and not removed for update", teamId, id, id);
  }

  private Optional<Action> find(String select, Object... parameters) {
    return database.withHandle(
        handle -> handle.select(select, parameters).map(RecordMapper.of(Action.class)).findOne());
  }

  /** The number of removed actions. */
  int removed(UUID sessionId) {
    return Changes.removed(database, "action", sessionId);
  }

  /** Whether the board had this action and it was removed. */
  boolean isRemoved(UUID sessionId, UUID id) {
    return Changes.isRemoved(database, "action", sessionId, id);
  }

  /** Whether the team had this action and it was removed. */
  boolean isRemovedFromTeam(UUID teamId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select exists (select from action where team_id = ? and id = ? and removed)",
                    teamId,
                    id)
                .mapTo(Boolean.class)
                .one());
  }

  /** Adds an action. Returns false when the id is used already. */
  boolean add(Action action, long seq) {
    return write(ADD, action, seq) == 1;
  }

  /** Stores a changed action. */
  void change(Action action, long seq) {
    write(CHANGE, action, seq);
  }

  private int write(String statement, Action action, long seq) {
    return database.withHandle(
        handle -> handle.createUpdate(statement).bindMethods(action).bind("seq", seq).execute());
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

  /**
   * Whether the team has more than this many actions that are open, or whose session was deleted.
   * Call it after a change of an action: changes of a team's actions exclude each other until their
   * transactions end, so no other one adds to the number.
   */
  boolean areMoreThan(int most, UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                    .createQuery(LASTING)
                    .bind("team", teamId)
                    .bind("most", most + 1)
                    .mapTo(Integer.class)
                    .one()
                > most);
  }

  /** Forgets the oldest removed actions of the team's deleted sessions. */
  void forgetRemoved(UUID teamId) {
    database.useHandle(
        handle -> handle.createUpdate(FORGET_REMOVED).bind("team", teamId).execute());
  }

  /** Removes an action with its text. The id stays, so that streams and retries recognise it. */
  void forget(UUID id, long seq) {
    database.useHandle(
        handle -> handle.createUpdate(FORGET).bind("id", id).bind("seq", seq).execute());
  }
}
