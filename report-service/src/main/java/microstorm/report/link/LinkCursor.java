package microstorm.report.link;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;

/**
 * A place in the list of links: after this link.
 *
 * @param newest the date of its newest session as the database writes it, {@code -infinity} for
 *     none
 */
record LinkCursor(String newest, UUID target) {

  private static final String NO_DATE = "-infinity";
  private static final int DATE_LENGTH = 10;

  String encode() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((newest + "/" + target).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes a cursor of {@link #encode}.
   *
   * @throws ProblemException 400 if the text is not such a cursor
   */
  static LinkCursor decode(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int slash = plain.indexOf('/');
      String newest = plain.substring(0, slash);
      if (!newest.equals(NO_DATE)) {
        LocalDate.parse(newest);
      }
      if (newest.length() > DATE_LENGTH) {
        throw CommonProblem.CURSOR_INVALID.exception();
      }
      return new LinkCursor(newest, UUID.fromString(plain.substring(slash + 1)));
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeException
        | ProblemException notACursor) {
      throw CommonProblem.CURSOR_INVALID.exception();
    }
  }
}
