package microstorm.idea.reaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.problem.BoardProblem;
import microstorm.web.ProblemException;

/**
 * What other tools have to reward or criticise ideas with. Here there is none of it: the log's
 * second standard is that ideas are neither criticised nor rewarded. Whoever tries is told why.
 */
@ApplicationScoped
public class RefusedReactions {

  /** What people put on an idea elsewhere, as a path would name it; a regular expression. */
  static final String WORDS =
      "likes?|dislikes?|votes?|upvotes?|downvotes?|react(?:ions?)?|emojis?|comments?|repl(?:y|ies)"
          + "|threads?|scores?|rat(?:e|ings?)|stars?|rank(?:s|ings?)?|reviews?|claps?|kudos|hearts?"
          + "|thumbs?(?:-?(?:up|down))?|favou?rites?|bookmarks?|feedback|pins?|boosts?|awards?"
          + "|badges?|points?";

  private static final Pattern ORDERS =
      Pattern.compile(
          "[-+]?(?:" + WORDS + "|popular(?:ity)?|hot|top|trending|best)(?:[-:, ]\\w+)?");

  private final Boards boards;

  RefusedReactions(Boards boards) {
    this.boards = boards;
  }

  /**
   * Refuses a reward or a criticism.
   *
   * @throws ProblemException always: 409, named after the rule that is against it now
   */
  void refuse(UUID sessionId) {
    refuse(boards.find(sessionId).orElseThrow(() -> ProblemException.notFound("board")));
  }

  /**
   * Checks in which order somebody wants a board; null is its own.
   *
   * @throws ProblemException 409 for an order by what the others think, named after the rule that
   *     is against it now; 400 for an order that there is not
   */
  public void checkOrder(Board board, String order) {
    if (order == null || order.equals("position")) {
      return;
    }
    boolean popular = ORDERS.matcher(order.toLowerCase(Locale.ROOT)).matches();
    if (popular && !board.phase().isOver()) {
      refuse(board);
    }
    throw BoardProblem.SORT_UNKNOWN.exception();
  }

  private static void refuse(Board board) {
    ActivityRules.CHOOSE.checkPhase(board);
    throw BoardProblem.DOT_VOTES_ONLY.exception();
  }
}
