package microstorm.idea.action;

import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may change an action. Owners and members of the team may at any time, facilitators
 * while their session runs. Everybody but observers may in the phase agreeing of the session in
 * which the action is agreed. The person who will do it may change its state at any time.
 */
final class ActionRules {

  private ActionRules() {}

  /**
   * Checks a change of an action.
   *
   * @param board the session of the person; null for owners and members outside of one
   * @param shows whether that session shows the actions of the team's other sessions now
   * @param onlyState whether the change concerns the state alone
   * @throws ProblemException 404 if the session of the person does not show the action; 403 or 409
   *     named after the rule that forbids the change
   */
  static void checkChange(
      Viewer viewer, @Nullable Board board, boolean shows, Action action, boolean onlyState) {
    if (!viewer.isSeated()) {
      return;
    }
    boolean own = board.sessionId().equals(action.sessionId());
    boolean assigned = viewer.id().equals(action.participantId());
    if (viewer.leads() && !(assigned && onlyState)) {
      ActivityRules.FOLLOW_UP.checkPhase(board);
      requireKnown(own || assigned || shows);
    } else if (!assigned || !onlyState) {
      ActivityRules.ACT.checkRole(viewer.role());
      requireKnown(own || assigned || shows);
      if (!own) {
        throw BoardProblem.NOT_YOUR_ACTION.exception();
      }
      ActivityRules.ACT.checkPhase(board);
    }
  }

  /**
   * Checks a request that changes nothing, which every phase permits.
   *
   * @throws ProblemException 404 if the session of the person does not show the action; 403 for an
   *     observer
   */
  static void checkSeen(Viewer viewer, @Nullable Board board, boolean shows, Action action) {
    if (viewer.isSeated() && !viewer.id().equals(action.participantId())) {
      ActivityRules.ACT.checkRole(viewer.role());
      requireKnown(shows || board.sessionId().equals(action.sessionId()));
    }
  }

  private static void requireKnown(boolean known) {
    if (!known) {
      throw ProblemException.notFound("action");
    }
  }
}
