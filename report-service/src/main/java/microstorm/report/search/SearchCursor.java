package microstorm.report.search;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;

/**
 * A place in the order of what was found: after this text.
 *
 * @param heldOrder the date that the session is sorted by, {@code -infinity} for none
 */
record SearchCursor(double rank, String heldOrder, UUID id, String kind) {

  private static final String NO_DATE = "-infinity";
  private static final int PARTS = 4;
  private static final int DATE_LENGTH = 10;

  String encode() {
    String plain = String.join("/", Double.toString(rank), heldOrder, id.toString(), kind);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes a cursor of {@link #encode}.
   *
   * @throws ProblemException 400 if the text is not such a cursor
   */
  static SearchCursor decode(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("/", -1);
      if (parts.length != PARTS
          || !Double.isFinite(Double.parseDouble(parts[0]))
          || parts[1].length() > DATE_LENGTH
          || SearchKind.read(parts[PARTS - 1]).size() != 1) {
        throw CommonProblem.CURSOR_INVALID.exception();
      }
      if (!parts[1].equals(NO_DATE)) {
        LocalDate.parse(parts[1]);
      }
      return new SearchCursor(
          Double.parseDouble(parts[0]), parts[1], UUID.fromString(parts[2]), parts[PARTS - 1]);
    } catch (IllegalArgumentException | DateTimeException | ProblemException notACursor) {
      throw CommonProblem.CURSOR_INVALID.exception();
    }
  }
}
