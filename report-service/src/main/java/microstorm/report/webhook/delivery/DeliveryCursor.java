package microstorm.report.webhook.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import microstorm.http.problem.CommonProblem;
import microstorm.http.problem.ProblemException;

/** A place in the list of deliveries: after this delivery. */
final class DeliveryCursor {

  private static final int ID_LENGTH = 36;

  private DeliveryCursor() {}

  static String encode(UUID id) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(id.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Decodes a cursor of {@link #encode}.
   *
   * @throws ProblemException 400 if the text is not such a cursor
   */
  static UUID decode(String text) {
    try {
      String id = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (id.length() != ID_LENGTH) {
        throw CommonProblem.CURSOR_INVALID.exception();
      }
      return UUID.fromString(id);
    } catch (IllegalArgumentException notACursor) {
      throw CommonProblem.CURSOR_INVALID.exception();
    }
  }
}
