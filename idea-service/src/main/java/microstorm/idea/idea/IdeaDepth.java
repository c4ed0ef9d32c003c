package microstorm.idea.idea;

import microstorm.http.problem.ProblemException;
import microstorm.idea.problem.BoardProblem;

/** The depth of ideas that build on each other. An idea without a parent has depth 1. */
public final class IdeaDepth {

  private IdeaDepth() {}

  /**
   * The depth of an idea below its parent.
   *
   * @throws ProblemException 409 too-deep
   */
  public static int below(int parent, int max) {
    check(parent + 1, max);
    return parent + 1;
  }

  /** Refuses an idea that would be too deep. */
  static void check(int depth, int max) {
    if (depth > max) {
      throw BoardProblem.TOO_DEEP.exception(
          "Ideas can build on each other over at most "
              + max
              + " levels. Choose a parent on a higher level.");
    }
  }
}
