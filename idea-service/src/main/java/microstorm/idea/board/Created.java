package microstorm.idea.board;

import microstorm.idea.problem.BoardProblem;
import microstorm.web.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * What somebody put on a board.
 *
 * @param fresh false when a retry found what the first attempt had put there
 */
public record Created<T>(T view, boolean fresh) {

  /** It is new. */
  public static <T> Created<T> now(T view) {
    return new Created<>(view, true);
  }

  /**
   * Its id was there: from an attempt whose answer was lost, if the contents are what that asked
   * for. What was changed since cannot be compared any more and is answered as it is now, so that
   * no retry is ever refused.
   *
   * @param what what it is: topic, group, ...
   * @param asked whether it has the contents that are asked for now
   * @param changed whether it is another than it was put up as
   * @throws ProblemException 409 id-in-use
   */
  public static <T> Created<T> before(T view, String what, boolean asked, boolean changed) {
    if (!asked && !changed) {
      throw idInUse(what);
    }
    return before(view);
  }

  /** It was there, from an attempt whose answer was lost. */
  public static <T> Created<T> before(T view) {
    return new Created<>(view, false);
  }

  /** 201, or 200 for what was there. */
  public RestResponse<T> answer() {
    return RestResponse.status(fresh ? Status.CREATED : Status.OK, view);
  }

  /** The client chose an id that means something else already. */
  public static ProblemException idInUse(String what) {
    return BoardProblem.ID_IN_USE.exception("This id is another " + what + "'s.");
  }

  /**
   * Refuses one more when there are as many as a board takes.
   *
   * @throws ProblemException 409 board-full
   */
  public static void checkRoom(int there, int most, String what) {
    if (there >= most) {
      throw BoardProblem.BOARD_FULL.exception("A board has at most " + most + " " + what + ".");
    }
  }
}
