package microstorm.idea.board;

import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.idea.problem.BoardProblem;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The result of a request to add an item to a board.
 *
 * @param fresh false when a retry found the item that the first attempt had added
 */
public record Created<T>(T view, boolean fresh) {

  private static final int REMOVED = 10;

  /** The request added a new item. */
  public static <T> Created<T> now(T view) {
    return new Created<>(view, true);
  }

  /**
   * The id exists already. If the content is the same, an earlier attempt added the item and its
   * answer was lost. An item that was changed since cannot be compared any more and is returned in
   * its present state, so that a retry is never refused.
   *
   * @param what the kind of item: topic, group, ...
   * @param asked whether the item has the content of the request
   * @param changed whether the item was changed since it was added
   * @throws ProblemException 409 id-in-use
   */
  public static <T> Created<T> before(T view, String what, boolean asked, boolean changed) {
    if (!asked && !changed) {
      throw idInUse(what);
    }
    return before(view);
  }

  /** An earlier attempt added the item, and its answer was lost. */
  public static <T> Created<T> before(T view) {
    return new Created<>(view, false);
  }

  /** 201, or 200 for an item that existed. */
  public RestResponse<T> answer() {
    return RestResponse.status(fresh ? Status.CREATED : Status.OK, view);
  }

  /** The client chose an id that is used for another item. */
  public static ProblemException idInUse(String what) {
    return SharedProblem.ID_IN_USE.exception(
        "This id or Idempotency-Key was used for another " + what + ". Use a new one.");
  }

  /**
   * Refuses another item when the board holds the maximum number of them, or ten times as many were
   * removed: removed items stay as rows, so that repeated requests and streams recognise them.
   *
   * @throws ProblemException 409 board-full
   */
  public static void checkRoom(int there, int removed, int most, String what) {
    if (removed >= REMOVED * most) {
      throw BoardProblem.BOARD_FULL.exception(
          "On this board %d %s were removed, the most that it can remember. Change the present ones."
              .formatted(removed, what));
    }
    checkRoom(there, most, what);
  }

  /**
   * Refuses another item, or one that is brought back, when the board holds the maximum number.
   *
   * @throws ProblemException 409 board-full
   */
  public static void checkRoom(int there, int most, String what) {
    if (there >= most) {
      throw BoardProblem.BOARD_FULL.exception(
          "The board has " + most + " " + what + ", the most that it can hold. Remove one first.");
    }
  }
}
