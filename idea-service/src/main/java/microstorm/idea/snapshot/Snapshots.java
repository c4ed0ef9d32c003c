package microstorm.idea.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.action.Actions;
import microstorm.idea.action.ShownActions;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Sessions;
import microstorm.idea.board.VisibleSequence;
import microstorm.idea.group.Groups;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.idea.VisibleIdeas;
import microstorm.idea.reaction.RefusedReactions;
import microstorm.idea.result.ResultReader;
import microstorm.idea.room.RoomCount;
import microstorm.idea.room.RoomCounts;
import microstorm.idea.topic.Topic;
import microstorm.idea.topic.Topics;
import microstorm.idea.viewer.Viewer;
import microstorm.idea.vote.Ballots;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole boards, each at one moment, so that a view contains exactly the changes up to its
 * number.
 */
@ApplicationScoped
public class Snapshots {

  private final Boards boards;
  private final VisibleSequence lastSeen;
  private final Sessions sessions;
  private final Topics topics;
  private final VisibleIdeas ideas;
  private final Groups groups;
  private final Ballots ballots;
  private final ResultReader results;
  private final Actions actions;
  private final ShownActions shownActions;
  private final RefusedReactions reactions;
  private final ParticipationReader participation;
  private final RoomCounts roomCounts;

  Snapshots(
      Boards boards,
      VisibleSequence lastSeen,
      Sessions sessions,
      Topics topics,
      VisibleIdeas ideas,
      Groups groups,
      Ballots ballots,
      ResultReader results,
      Actions actions,
      ShownActions shownActions,
      RefusedReactions reactions,
      ParticipationReader participation,
      RoomCounts roomCounts) {
    this.boards = boards;
    this.lastSeen = lastSeen;
    this.sessions = sessions;
    this.topics = topics;
    this.ideas = ideas;
    this.groups = groups;
    this.ballots = ballots;
    this.results = results;
    this.actions = actions;
    this.shownActions = shownActions;
    this.reactions = reactions;
    this.participation = participation;
    this.roomCounts = roomCounts;
  }

  /** The board as this person sees it, read in a transaction with one consistent snapshot. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public BoardView of(UUID sessionId, Viewer viewer) {
    return of(sessionId, viewer, null);
  }

  /**
   * The same in a requested order; null means the board's own.
   *
   * @throws ProblemException 409 or 400 for any other
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  BoardView of(UUID sessionId, Viewer viewer, String order) {
    Board board = board(sessionId, order);
    List<Topic> seenTopics = topics.of(sessionId);
    List<IdeaView> seenIdeas = ideas.of(board, viewer);
    return new BoardView(
        sessionId,
        lastSeen.number(board, viewer),
        board.phase(),
        sessions.state(sessionId),
        sessions.present(sessionId, viewer),
        seenTopics,
        seenIdeas,
        groups.of(board, viewer),
        ballots.votesOf(viewer, board).orElse(null),
        ballots.marksOf(viewer, board).orElse(null),
        results.seenOn(board).orElse(null),
        actions.of(sessionId),
        shownActions.on(sessionId).orElse(null),
        counts(seenTopics.size(), seenIdeas, participation(board, viewer), rooms(board)));
  }

  /**
   * The version of the board as this person sees it, without reading the board.
   *
   * @throws ProblemException 409 or 400 for an order other than the board's own
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  BoardVersion version(UUID sessionId, Viewer viewer, String order) {
    Board board = board(sessionId, order);
    Participation numbers = participation(board, viewer);
    return new BoardVersion(
        sessionId,
        lastSeen.number(board, viewer),
        board.phase(),
        numbers.writers(),
        numbers.silent(),
        rooms(board),
        shownActions.versions(Set.of(sessionId)).get(sessionId));
  }

  /** The board; the rest of the transaction sees the same state of the database. */
  private Board board(UUID sessionId, String order) {
    Board board = boards.atOneMoment(sessionId);
    reactions.checkOrder(board, order);
    return board;
  }

  private static BoardView.Counts counts(
      int topics,
      List<IdeaView> seenIdeas,
      Participation numbers,
      @Nullable List<RoomCount> rooms) {
    int links = seenIdeas.stream().mapToInt(idea -> idea.links().size()).sum();
    return new BoardView.Counts(
        topics, seenIdeas.size(), links, numbers.writers(), numbers.silent(), rooms);
  }

  private @Nullable List<RoomCount> rooms(Board board) {
    return board.isSplit()
        ? roomCounts.of(Set.of(board.sessionId())).getOrDefault(board.sessionId(), List.of())
        : null;
  }

  private Participation participation(Board board, Viewer viewer) {
    return board.phase().hidesIdeas() && !viewer.leads()
        ? Participation.UNKNOWN
        : participation.ofLeaders(Set.of(board.sessionId())).get(board.sessionId());
  }
}
