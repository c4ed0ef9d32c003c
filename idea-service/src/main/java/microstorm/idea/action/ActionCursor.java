package microstorm.idea.action;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;

/**
 * A place in the list of a team's actions: after this action.
 *
 * @param place the order of the action, by state and date
 */
record ActionCursor(long place, UUID id) {

  /** Before all actions. */
  static final ActionCursor START = new ActionCursor(Long.MIN_VALUE, new UUID(0, 0));

  String encode() {
    String plain = place + "/" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes a cursor of {@link #encode}; null means the start.
   *
   * @throws ProblemException 400 if the text is not such a cursor
   */
  static ActionCursor decode(String text) {
    if (text == null) {
      return START;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int slash = plain.indexOf('/');
      return new ActionCursor(
          Long.parseLong(plain.substring(0, slash)), UUID.fromString(plain.substring(slash + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException notACursor) {
      throw CommonProblem.CURSOR_INVALID.exception();
    }
  }
}
