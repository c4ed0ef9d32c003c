package microstorm.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A refusal or failure as the client sees it, in the form of RFC 9457.
 *
 * @param type the address of the page that explains the problem; it ends in the problem's stable id
 * @param title the kind of problem, the same for every occurrence
 * @param status the HTTP status
 * @param detail the problem of this occurrence and the remedy, for people
 * @param instance the path of the request
 * @param errors the refused fields; absent if there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldError> errors) {

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "/api/problems#";

  /** A refused field and the reason. */
  public record FieldError(String field, String message) {}

  /** A problem without fields. */
  public static Problem of(ProblemType type, String detail, String instance) {
    return new Problem(
        TYPE_PREFIX + type.id(), type.title(), type.status(), detail, instance, List.of());
  }

  Problem with(List<FieldError> fieldErrors) {
    return new Problem(type, title, status, detail, instance, fieldErrors);
  }
}
