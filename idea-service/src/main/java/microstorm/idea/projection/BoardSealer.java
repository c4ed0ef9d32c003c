package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.action.ShownActions;
import microstorm.idea.action.TeamActions;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.event.ActionsShown;
import microstorm.idea.event.BoardSealed;
import microstorm.idea.idea.IdeaSharing;
import microstorm.idea.idea.WithdrawnIdeas;
import microstorm.idea.projection.SessionEvent.PhaseStarted;
import microstorm.idea.result.VoteCounter;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Jdbi;

/**
 * Seals a board when its session closes (docs/architecture.md, "The closing handshake"). One
 * transaction merges the rooms, shares the last hidden ideas, deletes withdrawn ones for good,
 * counts the votes, closes the board and publishes how much it holds.
 */
@ApplicationScoped
class BoardSealer {

  private static final String COUNTS =
      """
      select
        (select count(*) from topic where session_id = :session and not removed) as topics,
        (select count(*) from idea where session_id = :session and not withdrawn) as ideas,
        (select count(*) from link where session_id = :session) as links,
        (select count(*) from affinity_group where session_id = :session and not removed) as groups,
        (select count(*) from action where session_id = :session and not removed) as actions,
        (select count(*) from writer where session_id = :session) as writers,
        (select hints from board where session_id = :session) as hints
      """;

  private final SessionProjection projection;
  private final SeatProjection seats;
  private final Boards boards;
  private final IdeaSharing sharing;
  private final WithdrawnIdeas withdrawn;
  private final VoteCounter votes;
  private final ShownActions shown;
  private final Outbox outbox;
  private final Jdbi database;

  BoardSealer(
      SessionProjection projection,
      SeatProjection seats,
      Boards boards,
      IdeaSharing sharing,
      WithdrawnIdeas withdrawn,
      VoteCounter votes,
      ShownActions shown,
      Outbox outbox,
      Jdbi database) {
    this.projection = projection;
    this.seats = seats;
    this.boards = boards;
    this.sharing = sharing;
    this.withdrawn = withdrawn;
    this.votes = votes;
    this.shown = shown;
    this.outbox = outbox;
    this.database = database;
  }

  /** Seals a board once more when the session asks again, but not after it has closed. */
  void seal(PhaseStarted closing) {
    UUID sessionId = closing.sessionId();
    if (projection.lock(sessionId).filter(board -> board.phase() != Phase.CLOSED).isPresent()) {
      seats.mergeOpenRooms(sessionId);
      seal(boards.lock(sessionId), closing);
    }
  }

  private void seal(Board board, PhaseStarted closing) {
    UUID sessionId = board.sessionId();
    List<UUID> earlier = shown.on(sessionId).map(TeamActions::ids).orElse(List.of());
    sharing.share(board);
    withdrawn.forget(sessionId);
    votes.count(board);
    projection.set(
        sessionId,
        "phase = :phase, since = :since, ends_at = null, break_id = null, break_ends_at = null, focus = null, "
            + SessionProjection.NOTHING_ANNOUNCED,
        Map.of("phase", Phase.CLOSING.label(), "since", closing.startedAt()));
    if (!earlier.isEmpty()) {
      outbox.append(new ActionsShown(sessionId, boards.advance(sessionId), earlier));
    }
    outbox.append(sealed(board, boards.advance(sessionId)));
  }

  private BoardSealed sealed(Board board, long seq) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(COUNTS)
                .bind("session", board.sessionId())
                .map(
                    (row, context) ->
                        new BoardSealed(
                            board.sessionId(),
                            board.teamId(),
                            seq,
                            null,
                            row.getInt("topics"),
                            row.getInt("ideas"),
                            row.getInt("links"),
                            row.getInt("groups"),
                            row.getInt("actions"),
                            row.getInt("writers"),
                            row.getInt("hints")))
                .one());
  }
}
