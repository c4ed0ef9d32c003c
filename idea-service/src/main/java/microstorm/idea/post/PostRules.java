package microstorm.idea.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.idea.Idea;
import microstorm.idea.idea.IdeaDepth;
import microstorm.idea.idea.IdeaMoves;
import microstorm.idea.idea.RoomMark;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;

/** Decides whether a post is accepted, while its board is locked. */
@ApplicationScoped
class PostRules {

  private final BoardsConfig bounds;

  PostRules(BoardsConfig bounds) {
    this.bounds = bounds;
  }

  /**
   * Decides about a post, unless its board is held. The idea of an accepted post is added to the
   * state.
   *
   * @param now the time of submission, to the microsecond
   */
  PostResult judge(Post post, BatchState state, Instant now) {
    if (state.isHeld(post.sessionId())) {
      return PostResult.postponed(post);
    }
    try {
      Board board = admit(post, state);
      Optional<StoredIdea> same = state.idea(post.id());
      if (same.isPresent()) {
        return repeat(post, board, same.get());
      }
      return accept(post, board, state, now);
    } catch (ProblemException refusal) {
      return PostResult.refused(post, refusal);
    }
  }

  private static Board admit(Post post, BatchState state) {
    Viewer author = post.author();
    Optional<Board> found = state.board(post.sessionId());
    if (!author.isSeated()) {
      found
          .filter(board -> board.teamId().equals(author.id()))
          .orElseThrow(() -> ProblemException.notFound("board"));
    }
    if (state.isGone(author.id())) {
      throw ProblemException.seatGone();
    }
    if (state.isDeleted(post.sessionId())) {
      throw ProblemException.notFound("board");
    }
    ActivityRules.WRITE.checkRole(author.role());
    return found.orElseThrow(
        () ->
            ProblemException.busy(
                    "The board of this session is still being created. Please try again in a"
                        + " second.",
                    1)
                .retryable());
  }

  /**
   * Repeats the answer to the first post, which was lost, even when the idea was changed since.
   * Refuses a post with other content, because 200 would wrongly confirm it.
   */
  private static PostResult repeat(Post post, Board board, StoredIdea same) {
    boolean others = !same.isOn(post.sessionId()) || !same.isBy(post.author());
    if (others || !same.withdrawn() && !(hasText(post, same) && hasPlace(post, same))) {
      throw SharedProblem.ID_IN_USE.exception();
    }
    if (same.withdrawn()) {
      throw BoardProblem.WITHDRAWN.exception();
    }
    return PostResult.repeated(post, same, post.hints().in(board.language()));
  }

  private static boolean hasText(Post post, StoredIdea same) {
    return post.kind().equals(same.idea().kind())
        && (same.isEdited()
            || post.text().equals(same.text())
                && Objects.equals(post.comparison(), same.comparison()));
  }

  /** Without a topic of its own, an idea has the topic of its parent. */
  private static boolean hasPlace(Post post, StoredIdea same) {
    boolean sameTopic =
        Objects.equals(post.topicId(), same.topicId())
            || post.topicId() == null && post.parentId() != null;
    return same.isChanged() || sameTopic && Objects.equals(post.parentId(), same.parentId());
  }

  private PostResult accept(Post post, Board board, BatchState state, Instant now) {
    ActivityRules.WRITE.checkPhase(board);
    if (board.anonymous() && post.choosesId() && !IdeaIds.isRandom(post.id())) {
      throw BoardProblem.ID_NOT_RANDOM.exception();
    }
    if (board.hidesNewIdeas()) {
      checkAllowance(post, state);
    }
    if (state.ideas(board.sessionId()) >= maxIdeas(board, state)) {
      throw BoardProblem.BOARD_FULL.exception(
          "The board has "
              + bounds.maxIdeas()
              + " ideas, the most that it can hold. Continue in another session.");
    }
    if (post.topicId() != null && !state.isTopicOf(post.topicId(), board.sessionId())) {
      throw ProblemException.notFound("topic");
    }
    Integer room = roomOf(post, board, state);
    UUID topicId = post.topicId();
    RoomMark mark = new RoomMark(room, board.isSplit() ? room : null);
    int depth = 1;
    if (post.parentId() != null) {
      StoredIdea parent = parentOf(post, board, state, RoomAccess.of(post.author(), room));
      mark = parent.seenIn() == null ? mark : parent.mark();
      if (topicId != null && !topicId.equals(parent.topicId())) {
        throw IdeaMoves.otherTopic();
      }
      topicId = parent.topicId();
      depth = IdeaDepth.below(parent.depth(), bounds.maxDepth());
    }
    StoredIdea idea = idea(post, board, topicId, depth, mark, state.next(post, mark.seenIn()), now);
    state.addIdea(idea);
    return PostResult.accepted(post, idea, post.hints().in(board.language()));
  }

  /**
   * While ideas are hidden, the allowances limit the ideas, and their sum is at most the limit of
   * the board. Only people whose seats have not arrived yet can exceed it, and they are refused
   * beyond twice the limit. A refusal at the limit itself would show how much others write.
   */
  private int maxIdeas(Board board, BatchState state) {
    boolean divided = board.hidesNewIdeas() && state.isDivided(board.sessionId());
    return divided ? 2 * bounds.maxIdeas() : bounds.maxIdeas();
  }

  private void checkAllowance(Post post, BatchState state) {
    int allowance = state.allowance(post, bounds.maxIdeasPerPerson());
    if (state.own(post) >= allowance) {
      throw BoardProblem.TOO_MANY_IDEAS.exception(
          "Until this session shares its ideas you can write at most "
              + allowance
              + " ideas. Write more in the sharing phase.");
    }
  }

  private static StoredIdea idea(
      Post post, Board board, UUID topicId, int depth, RoomMark mark, long seq, Instant now) {
    UUID author = board.anonymous() ? null : post.author().id();
    Instant submittedAt = board.anonymous() ? null : now;
    return new StoredIdea(
        post.sessionId(),
        new Idea(
            post.id(),
            topicId,
            post.parentId(),
            BoardClock.position(seq),
            post.kind(),
            post.text()),
        post.comparison(),
        null,
        new StoredIdea.Origin(author, post.editHash(), submittedAt, null),
        !board.hidesNewIdeas(),
        false,
        null,
        depth,
        mark,
        seq);
  }

  /**
   * The room in which the idea is written; null without one.
   *
   * @throws ProblemException 503 when the author's seat has not arrived: the idea would be shown to
   *     every room
   */
  private static Integer roomOf(Post post, Board board, BatchState state) {
    if (!board.roomsOpen()) {
      return null;
    }
    Optional<BatchState.Seat> seat = state.seat(post.author().id());
    if (seat.isEmpty() && board.isSplit()) {
      throw ProblemException.busy(
              "Your seat in this session is still being created. Please try again in a second.", 1)
          .retryable();
    }
    return seat.map(BatchState.Seat::room).orElse(null);
  }

  /** The parent of the idea. An idea that the author does not see looks absent. */
  private static StoredIdea parentOf(Post post, Board board, BatchState state, RoomAccess access) {
    StoredIdea parent =
        state
            .idea(post.parentId())
            .filter(idea -> idea.isOn(board.sessionId()) && !idea.withdrawn())
            .filter(idea -> idea.isSeenBy(post.author(), access))
            .orElseThrow(() -> board.unseen("idea"));
    parent.requireContent();
    if (!parent.isBy(post.author())) {
      ActivityRules.BUILD.checkPhase(board);
    }
    return parent;
  }
}
