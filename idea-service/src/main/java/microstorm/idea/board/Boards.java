package microstorm.idea.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.http.problem.ProblemException;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Jdbi;

/**
 * The rows of the boards. Every change of a board happens while its row is locked, so that its
 * changes have one order. Every method runs in the caller's transaction.
 */
@ApplicationScoped
public class Boards {

  private static final String SELECT =
      """
      select session_id, team_id, phase, seq, log_revision, anonymous, votes_per_person,
        votes_on_own_ideas, break_id, ideas, language, rooms_open, %s as collects_early
      from board where session_id = ?
      """
          .formatted(Board.COLLECTS_EARLY);

  private static final String ADVANCE =
      "update board set seq = greatest(seq + ?, %s) where session_id = ? returning seq"
          .formatted(BoardClock.NUMBER);

  private final Jdbi database;
  private final Outbox outbox;
  private final Event<BoardChanged> changed;

  Boards(Jdbi database, Outbox outbox, Event<BoardChanged> changed) {
    this.database = database;
    this.outbox = outbox;
    this.changed = changed;
  }

  /** Creates the board if it is absent, and locks it until the transaction ends. */
  public Board createOrLock(UUID sessionId, UUID teamId, Phase phase) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                insert into board (session_id, team_id, phase, participants_written)
                values (?, ?, ?, 0)
                on conflict do nothing
                """,
                sessionId,
                teamId,
                phase.label()));
    return find(sessionId, " for update").orElseThrow();
  }

  /**
   * The board, locked until the transaction ends.
   *
   * @throws ProblemException 404 when there is none
   */
  public Board lock(UUID sessionId) {
    return find(sessionId, " for update").orElseThrow(() -> ProblemException.notFound("board"));
  }

  /**
   * The board, locked until the transaction ends, if this person may do this activity on it now.
   *
   * @throws ProblemException 404 when there is none; 403 or 409 named after the rule that forbids
   *     the activity
   */
  public Board lock(UUID sessionId, Viewer viewer, ActivityRules activity) {
    activity.checkRole(viewer.role());
    Board board = lock(sessionId);
    activity.checkPhase(board);
    return board;
  }

  /**
   * The board for a request that changes nothing, so that every phase permits it.
   *
   * @throws ProblemException 404 when there is none; 403 named after the rule that forbids this
   *     person the activity in every phase
   */
  public Board read(UUID sessionId, Viewer viewer, ActivityRules activity) {
    activity.checkRole(viewer.role());
    return find(sessionId).orElseThrow(() -> ProblemException.notFound("board"));
  }

  /**
   * Locks the existing ones of these boards, and the order of their events, until the transaction
   * ends. All transactions lock in the same order, so that no two of them that change many boards
   * deadlock.
   */
  public void lockAll(Set<UUID> sessions) {
    database.useHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select session_id from board
                    where session_id = any(?) order by session_id for update
                    """)
                .bindArray(0, UUID.class, sessions.toArray())
                .mapTo(UUID.class)
                .list());
    outbox.hold(sessions);
  }

  /** The board in its present state, without a lock. */
  public Optional<Board> find(UUID sessionId) {
    return find(sessionId, "");
  }

  /**
   * The board, when the transaction only reads: the rest of it sees the same state of the database.
   * Call this before anything else is read.
   *
   * @throws ProblemException 404 when there is none
   */
  public Board atOneMoment(UUID sessionId) {
    database.useHandle(
        handle -> handle.execute("set transaction isolation level repeatable read, read only"));
    return find(sessionId).orElseThrow(() -> ProblemException.notFound("board"));
  }

  private Optional<Board> find(UUID sessionId, String lock) {
    return database.withHandle(
        handle ->
            handle.select(SELECT + lock, sessionId).map(RecordMapper.of(Board.class)).findOne());
  }

  /**
   * Takes the next numbers of a locked board. They are consecutive; there may be a gap before the
   * first.
   *
   * @param changes how many numbers to take, one for each changed row
   * @return the last number
   */
  public long advance(UUID sessionId, int changes) {
    long seq =
        database.withHandle(
            handle ->
                handle
                    .createQuery(ADVANCE)
                    .bind(0, changes)
                    .bind(1, sessionId)
                    .mapTo(Long.class)
                    .one());
    changed.fire(BoardChanged.unseen(sessionId, seq));
    return seq;
  }

  /** Takes the next number of a locked board. */
  public long advance(UUID sessionId) {
    return advance(sessionId, 1);
  }

  /** Counts a hint on a locked board. The author is not recorded. */
  public void countHint(UUID sessionId) {
    database.useHandle(
        handle ->
            handle.execute("update board set hints = hints + 1 where session_id = ?", sessionId));
  }

  /** Records the edition of the log that a locked board was imported from, and closes the board. */
  public void takenFromLog(UUID sessionId, int logRevision) {
    database.useHandle(
        handle ->
            handle.execute(
                "update board set phase = 'closed', log_revision = ? where session_id = ?",
                logRevision,
                sessionId));
  }
}
