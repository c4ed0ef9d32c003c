package microstorm.report.book;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A place in the list of reports: after this session.
 *
 * @param heldOn the session's date; null if it has none
 */
record Cursor(@Nullable LocalDate heldOn, UUID sessionId) {

  private static final int LAST_YEAR = 9999;

  String encode() {
    String plain = (heldOn == null ? "" : heldOn.toString()) + "/" + sessionId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes a cursor of {@link #encode}.
   *
   * @throws ProblemException 400 if the text is not such a cursor
   */
  static Cursor decode(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int slash = plain.indexOf('/');
      LocalDate date = slash == 0 ? null : LocalDate.parse(plain.substring(0, slash));
      if (date != null && (date.getYear() < 0 || date.getYear() > LAST_YEAR)) {
        throw new DateTimeException("The year is not between 0 and " + LAST_YEAR + ".");
      }
      return new Cursor(date, UUID.fromString(plain.substring(slash + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException notACursor) {
      throw CommonProblem.CURSOR_INVALID.exception();
    }
  }
}
