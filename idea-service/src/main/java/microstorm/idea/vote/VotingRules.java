package microstorm.idea.vote;

import microstorm.http.problem.ProblemException;
import microstorm.idea.board.Board;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;

/** The rule for the ideas to which a person may give dots and marks. */
final class VotingRules {

  private VotingRules() {}

  /**
   * Checks that this person may give an idea a dot or a mark.
   *
   * @throws ProblemException 409 own-idea when it is their own and the session does not allow that;
   *     idea-removed when its content was removed
   */
  static void check(Board board, Viewer viewer, StoredIdea idea) {
    idea.requireContent();
    if (!board.votesOnOwnIdeas() && idea.isBy(viewer)) {
      throw BoardProblem.OWN_IDEA.exception();
    }
  }
}
