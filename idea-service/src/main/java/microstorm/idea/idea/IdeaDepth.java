package microstorm.idea.idea;

import microstorm.idea.problem.BoardProblem;
import microstorm.web.ProblemException;

/** How deep ideas are nested that build on each other; one that stands alone has depth 1. */
public final class IdeaDepth {

  private IdeaDepth() {}

  /**
   * The depth of what stands below an idea.
   *
   * @throws ProblemException 409 too-deep
   */
  public static int below(int parent, int max) {
    check(parent + 1, max);
    return parent + 1;
  }

  /** Refuses what would be too deep. */
  static void check(int depth, int max) {
    if (depth > max) {
      throw BoardProblem.TOO_DEEP.exception(
          "Ideas build on each other over at most " + max + " levels.");
    }
  }
}
