package microstorm.idea.vote;

import microstorm.idea.board.Board;
import microstorm.idea.board.Viewer;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.problem.BoardProblem;
import microstorm.web.ProblemException;

/** Which ideas somebody chooses among, whether by dots or by marks. */
final class VotingRules {

  private VotingRules() {}

  /**
   * Checks that this person may give an idea a dot or a mark.
   *
   * @throws ProblemException 409 own-idea when it is theirs and the session is set so
   */
  static void check(Board board, Viewer viewer, StoredIdea idea) {
    if (!board.votesOnOwnIdeas() && idea.isBy(viewer)) {
      throw BoardProblem.OWN_IDEA.exception();
    }
  }
}
