package microstorm.idea.focus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Focus;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.json.Json;

/** Lets the facilitator show one item to everybody. A new phase begins without one. */
@ApplicationScoped
class FocusService {

  private static final QualifiedType<Focus> JSON = QualifiedType.of(Focus.class).with(Json.class);

  private final Jdbi database;
  private final Boards boards;
  private final Outbox outbox;

  FocusService(Jdbi database, Boards boards, Outbox outbox) {
    this.database = database;
    this.boards = boards;
    this.outbox = outbox;
  }

  /**
   * Shows an item in place of the one that was shown before.
   *
   * @throws ProblemException 404 when the board has no such item; 409 rooms-open when only one room
   *     sees it
   */
  @Transactional
  void show(UUID sessionId, Viewer viewer, Focus focus) {
    boards.lock(sessionId, viewer, ActivityRules.SHOW);
    requirePublic(sessionId, focus);
    write(sessionId, focus);
  }

  /** Shows nothing any more. */
  @Transactional
  void clear(UUID sessionId, Viewer viewer) {
    boards.lock(sessionId, viewer, ActivityRules.SHOW);
    write(sessionId, null);
  }

  private void requirePublic(UUID sessionId, Focus focus) {
    boolean isPublic =
        database.withHandle(
            handle ->
                handle
                    .select("select " + focus.kind().room, sessionId, focus.id())
                    .map((row, context) -> row.getObject(1) == null)
                    .findOne()
                    .orElseThrow(() -> ProblemException.notFound(focus.kind().label())));
    if (!isPublic) {
      throw BoardProblem.ROOMS_OPEN.exception();
    }
  }

  /** A repetition takes no number, so that nobody's stream repeats it. */
  private void write(UUID sessionId, Focus focus) {
    boolean same =
        database.withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select focus is not distinct from cast(:focus as jsonb)
                        from board where session_id = :session
                        """)
                    .bindByType("focus", focus, JSON)
                    .bind("session", sessionId)
                    .mapTo(Boolean.class)
                    .one());
    if (same) {
      return;
    }
    long seq = boards.advance(sessionId);
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update board set focus = cast(:focus as jsonb), session_seq = :seq
                    where session_id = :session
                    """)
                .bindByType("focus", focus, JSON)
                .bind("seq", seq)
                .bind("session", sessionId)
                .execute());
    outbox.append(new BoardAdvanced(sessionId, seq));
  }
}
