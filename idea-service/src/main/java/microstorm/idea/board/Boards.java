package microstorm.idea.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.messaging.Outbox;
import microstorm.web.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The boards' own rows in the database. Whatever changes on a board is done with its row locked, so
 * that its changes have one order. Every method runs in the caller's transaction.
 */
@ApplicationScoped
public class Boards {

  private static final String SELECT =
      """
      select session_id, team_id, phase, seq, log_revision, anonymous, votes_per_person,
        votes_on_own_ideas, break_id, ideas
      from board where session_id = ?
      """;

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

  /** Creates the board when there is none, and locks it until the transaction ends. */
  public Board createOrLock(UUID sessionId, UUID teamId, Phase phase) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                insert into board (session_id, team_id, phase) values (?, ?, ?)
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
   * The board, locked until the transaction ends, when this person may do this on it now.
   *
   * @throws ProblemException 404 when there is none, 409 named after the rule that is against it
   */
  public Board lock(UUID sessionId, Viewer viewer, ActivityRules activity) {
    activity.checkRole(viewer.role());
    Board board = lock(sessionId);
    activity.checkPhase(board);
    return board;
  }

  /**
   * Locks those of the boards that there are until the transaction ends, and the places of their
   * events: in one order, so that no two transactions that change many boards wait for each other.
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

  /** The board, as it is at this moment. */
  public Optional<Board> find(UUID sessionId) {
    return find(sessionId, "");
  }

  private Optional<Board> find(UUID sessionId, String lock) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + lock, sessionId)
                .map(ConstructorMapper.of(Board.class))
                .findOne());
  }

  /**
   * Takes the next numbers of a locked board. They are consecutive; between them and the number
   * before there may be a gap.
   *
   * @param changes how many; each changed row gets one
   * @return the last of them
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

  /** Notes on a locked board that a hint was given: how often, never to whom. */
  public void countHint(UUID sessionId) {
    database.useHandle(
        handle ->
            handle.execute("update board set hints = hints + 1 where session_id = ?", sessionId));
  }

  /** Notes the edition of the log that a locked board was taken from, and that it is closed. */
  public void takenFromLog(UUID sessionId, int logRevision) {
    database.useHandle(
        handle ->
            handle.execute(
                "update board set phase = 'closed', log_revision = ? where session_id = ?",
                logRevision,
                sessionId));
  }
}
