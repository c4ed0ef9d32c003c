package microstorm.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refusal or failure as the client sees it, in the form of RFC 9457. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    description =
        "A refusal or failure (RFC 9457). Decide by type; treat an unknown type by its status.")
public record Problem(
    @Schema(
            description =
                "The address of the page that explains the problem. It ends in the problem's"
                    + " stable id.",
            examples = "/api/problems#quiet-time-not-over")
        String type,
    @Schema(
            description = "The kind of problem, the same for every occurrence.",
            examples = "Quiet time not over")
        String title,
    @Schema(description = "The HTTP status.", minimum = "400", maximum = "599", examples = "409")
        int status,
    @Schema(
            description = "The problem of this occurrence and the remedy, for people.",
            examples = "Silent writing goes on for 4 more minutes, or until everyone is ready.")
        String detail,
    @Schema(
            description = "The path of the request. Absent if the gateway refused it.",
            examples = "/api/sessions/0190a000-0000-7000-8000-000000000001/phase")
        @Nullable String instance,
    @Schema(description = "The refused fields. Absent if there are none.")
        @Nullable List<FieldError> errors) {

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "/api/problems#";

  /** A refused field and the reason. */
  @Schema(description = "A refused field, header or parameter.")
  public record FieldError(
      @Schema(description = "The name of the field, header or parameter.", examples = "title")
          String field,
      @Schema(
              description = "The reason, which follows the name in a sentence.",
              examples = "must have at most 200 characters")
          String message) {

    /** The errors as one text, for clients that show only the detail. */
    static String sentence(List<FieldError> errors) {
      return errors.stream()
          .map(error -> error.field() + " " + error.message())
          .collect(Collectors.joining("; ", "", "."));
    }
  }

  /** A problem without fields. */
  public static Problem of(ProblemType type, String detail, @Nullable String instance) {
    return new Problem(
        TYPE_PREFIX + type.id(), type.title(), type.status(), detail, instance, List.of());
  }

  Problem with(List<FieldError> fieldErrors) {
    return new Problem(type, title, status, detail, instance, fieldErrors);
  }
}
