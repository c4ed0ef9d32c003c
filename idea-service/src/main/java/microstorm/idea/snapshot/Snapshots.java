package microstorm.idea.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import microstorm.idea.action.Actions;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.board.Seat;
import microstorm.idea.board.Sessions;
import microstorm.idea.board.Viewer;
import microstorm.idea.board.VisibleSequence;
import microstorm.idea.group.Groups;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.idea.Ideas;
import microstorm.idea.reaction.RefusedReactions;
import microstorm.idea.result.ResultReader;
import microstorm.idea.topic.Topic;
import microstorm.idea.topic.Topics;
import microstorm.idea.vote.Ballots;
import microstorm.web.problem.ProblemException;
import microstorm.web.token.Caller;

/**
 * Reads whole boards, each at one moment, so that a view contains exactly the changes up to its
 * number.
 */
@ApplicationScoped
public class Snapshots {

  /**
   * One of them may be a second seat of the facilitator; then the other two still hide each other.
   */
  private static final int MIN_PARTICIPANTS = 3;

  private final Boards boards;
  private final VisibleSequence lastSeen;
  private final Sessions sessions;
  private final Topics topics;
  private final Ideas ideas;
  private final Groups groups;
  private final Ballots ballots;
  private final ResultReader results;
  private final Actions actions;
  private final RefusedReactions reactions;

  Snapshots(
      Boards boards,
      VisibleSequence lastSeen,
      Sessions sessions,
      Topics topics,
      Ideas ideas,
      Groups groups,
      Ballots ballots,
      ResultReader results,
      Actions actions,
      RefusedReactions reactions) {
    this.boards = boards;
    this.lastSeen = lastSeen;
    this.sessions = sessions;
    this.topics = topics;
    this.ideas = ideas;
    this.groups = groups;
    this.ballots = ballots;
    this.results = results;
    this.actions = actions;
    this.reactions = reactions;
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
    List<IdeaView> seenIdeas = ideas.seenBy(viewer, sessionId);
    List<Seat> present = sessions.present(sessionId);
    Writers writers = writers(board, viewer, present);
    return new BoardView(
        sessionId,
        lastSeen.number(board, viewer),
        board.phase(),
        sessions.state(sessionId),
        present,
        seenTopics,
        seenIdeas,
        groups.of(sessionId),
        ballots.votesOf(viewer, board).orElse(null),
        ballots.marksOf(viewer, board).orElse(null),
        results.seenOn(board).orElse(null),
        actions.of(sessionId),
        counts(seenTopics.size(), seenIdeas, writers));
  }

  /**
   * The version of the board as this person sees it, without reading the board.
   *
   * @throws ProblemException 409 or 400 for an order other than the board's own
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  BoardVersion version(UUID sessionId, Viewer viewer, String order) {
    Board board = board(sessionId, order);
    Writers writers = writers(board, viewer, sessions.present(sessionId));
    return new BoardVersion(
        sessionId, lastSeen.number(board, viewer), board.phase(), writers.written, writers.silent);
  }

  /** The board; the rest of the transaction sees the same state of the database. */
  private Board board(UUID sessionId, String order) {
    Board board = boards.atOneMoment(sessionId);
    reactions.checkOrder(board, order);
    return board;
  }

  /**
   * In the quiet phase facilitators and owners get the number of writers, if enough participants
   * are present. It must not reveal whether a single person has written. Facilitators do not count,
   * because they get the number too.
   */
  private static boolean mayKnowWriters(Viewer viewer, List<Seat> present) {
    return viewer.leads()
        && present.stream().filter(seat -> seat.role().equals(Caller.PARTICIPANT)).count()
            >= MIN_PARTICIPANTS;
  }

  private static BoardView.Counts counts(int topics, List<IdeaView> seenIdeas, Writers writers) {
    int links = seenIdeas.stream().mapToInt(idea -> idea.links().size()).sum();
    return new BoardView.Counts(topics, seenIdeas.size(), links, writers.written, writers.silent);
  }

  /** How many people have written and how many have not; null for a person who may not know it. */
  private record Writers(Integer written, Integer silent) {}

  private Writers writers(Board board, Viewer viewer, List<Seat> present) {
    boolean beforeSharing = board.phase().compareTo(Phase.SHARING) < 0;
    if (board.logRevision() != null || beforeSharing && !mayKnowWriters(viewer, present)) {
      return new Writers(null, null);
    }
    int writers = sessions.writers(board.sessionId());
    long mayWrite = present.stream().filter(seat -> !seat.role().equals(Caller.OBSERVER)).count();
    Integer silent =
        sessions.hasLostAWriter(board.sessionId())
            ? null
            : (Integer) (int) Math.max(0, mayWrite - writers);
    return new Writers(writers, silent);
  }
}
