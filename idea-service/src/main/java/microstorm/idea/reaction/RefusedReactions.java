package microstorm.idea.reaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Phase;
import microstorm.idea.problem.BoardProblem;

/**
 * Refuses the reactions with which other tools reward or criticise ideas. The log's second standard
 * is that ideas are neither criticised nor rewarded. The refusal gives the reason.
 */
@ApplicationScoped
public class RefusedReactions {

  /** A regular expression for the names of such reactions in a path. */
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
   * @throws ProblemException always: 409, named after the rule that forbids it now
   */
  void refuse(UUID sessionId) {
    refuse(boards.find(sessionId).orElseThrow(() -> ProblemException.notFound("board")));
  }

  /**
   * Checks the requested order of a board; null means its own order.
   *
   * @throws ProblemException 409 for an order by popularity, named after the rule that forbids it
   *     now; 400 for an unknown order
   */
  public void checkOrder(Board board, String order) {
    if (order == null || order.equals("position")) {
      return;
    }
    boolean byPopularity = ORDERS.matcher(order.toLowerCase(Locale.ROOT)).matches();
    if (byPopularity && board.phase().compareTo(Phase.AGREEING) < 0) {
      refuse(board);
    }
    throw BoardProblem.SORT_UNKNOWN.exception();
  }

  private static void refuse(Board board) {
    ActivityRules.CHOOSE.checkPhase(board);
    throw BoardProblem.DOT_VOTES_ONLY.exception();
  }
}
