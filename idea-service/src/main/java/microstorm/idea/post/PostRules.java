package microstorm.idea.post;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Phase;
import microstorm.idea.board.Viewer;
import microstorm.idea.idea.Idea;
import microstorm.idea.idea.IdeaDepth;
import microstorm.idea.idea.IdeaMoves;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.problem.BoardProblem;
import microstorm.web.ProblemException;

/** Decides what becomes of a post, by what is known while its board is locked. */
@ApplicationScoped
class PostRules {

  private final BoardsConfig bounds;

  PostRules(BoardsConfig bounds) {
    this.bounds = bounds;
  }

  /**
   * Judges a post, if its board is at hand; when it is accepted, the facts know its idea
   * afterwards.
   *
   * @param now when it is submitted, to the microsecond
   */
  PostResult judge(Post post, BatchState facts, Instant now) {
    if (facts.isHeld(post.sessionId())) {
      return PostResult.postponed(post);
    }
    try {
      Board board = admit(post, facts);
      Optional<StoredIdea> same = facts.idea(post.id());
      if (same.isPresent()) {
        return repeat(post, same.get());
      }
      return accept(post, board, facts, now);
    } catch (ProblemException refusal) {
      return PostResult.refused(post, refusal);
    }
  }

  private static Board admit(Post post, BatchState facts) {
    Viewer author = post.author();
    Optional<Board> found = facts.board(post.sessionId());
    if (!author.isSeated()) {
      found
          .filter(board -> board.teamId().equals(author.id()))
          .orElseThrow(() -> ProblemException.notFound("board"));
    }
    if (facts.isGone(author.id())) {
      throw ProblemException.seatGone();
    }
    ActivityRules.WRITE.checkRole(author.role());
    return found.orElseThrow(
        () -> ProblemException.busy("The board of this session is about to come.", 1).retryable());
  }

  /**
   * The answer to the first was lost: it is given again, also when the words were changed since.
   * What would say 200 to words that are stored nowhere is refused.
   */
  private static PostResult repeat(Post post, StoredIdea same) {
    boolean others = !same.isOn(post.sessionId()) || !same.isBy(post.author());
    if (others || !same.isEdited() && !same.withdrawn() && !same.text().equals(post.text())) {
      throw BoardProblem.ID_IN_USE.exception();
    }
    if (same.withdrawn()) {
      throw BoardProblem.WITHDRAWN.exception();
    }
    return PostResult.repeated(post, same);
  }

  private PostResult accept(Post post, Board board, BatchState facts, Instant now) {
    ActivityRules.WRITE.checkPhase(board);
    if (board.phase() == Phase.QUIET && facts.own(post) >= bounds.maxIdeasPerPerson()) {
      throw BoardProblem.TOO_MANY_IDEAS.exception(
          "In the quiet phase one person writes at most "
              + bounds.maxIdeasPerPerson()
              + " ideas. Write more when the group shares.");
    }
    if (facts.ideas(board.sessionId()) >= bounds.maxIdeas()) {
      throw BoardProblem.BOARD_FULL.exception(
          "A board has at most " + bounds.maxIdeas() + " ideas.");
    }
    if (post.topicId() != null && !facts.isTopicOf(post.topicId(), board.sessionId())) {
      throw ProblemException.notFound("topic");
    }
    UUID topicId = post.topicId();
    int depth = 1;
    if (post.parentId() != null) {
      StoredIdea parent = parentOf(post, board, facts);
      if (topicId != null && !topicId.equals(parent.topicId())) {
        throw IdeaMoves.otherTopic();
      }
      topicId = parent.topicId();
      depth = IdeaDepth.below(parent.depth(), bounds.maxDepth());
    }
    StoredIdea idea = idea(post, board, topicId, depth, facts.next(post), now);
    facts.addIdea(idea);
    return PostResult.accepted(post, idea);
  }

  private static StoredIdea idea(
      Post post, Board board, UUID topicId, int depth, long seq, Instant now) {
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
        board.phase() != Phase.QUIET,
        false,
        depth,
        seq);
  }

  /** Another's idea that is not shared yet looks absent. */
  private static StoredIdea parentOf(Post post, Board board, BatchState facts) {
    StoredIdea parent =
        facts
            .idea(post.parentId())
            .filter(idea -> idea.isOn(board.sessionId()) && !idea.withdrawn())
            .filter(idea -> idea.shared() || idea.isBy(post.author()))
            .orElseThrow(() -> board.unseen("idea"));
    if (!parent.isBy(post.author())) {
      ActivityRules.BUILD.checkPhase(board);
    }
    return parent;
  }
}
