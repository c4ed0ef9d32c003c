package microstorm.http.problem;

import java.util.List;
import microstorm.http.problem.Problem.FieldError;

/**
 * A request that a rule does not permit. Thrown anywhere below a resource; the client receives it
 * as a {@link Problem}.
 */
public final class ProblemException extends RuntimeException {

  private final ProblemType type;
  private final Integer retryAfterSeconds;
  private final boolean retryable;
  private final List<FieldError> errors;

  /**
   * @param detail the problem of this occurrence and the remedy, without secrets
   * @throws IllegalArgumentException if the type is {@code invalid}, which must name the fields
   */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, null, false, List.of());
  }

  private ProblemException(
      ProblemType type,
      String detail,
      Integer retryAfterSeconds,
      boolean retryable,
      List<FieldError> errors) {
    super(detail);
    if (type == CommonProblem.INVALID && errors.isEmpty()) {
      throw new IllegalArgumentException("The problem invalid must name the refused fields.");
    }
    this.type = type;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
    this.retryable = retryable;
  }

  /** The same answer for a resource that does not exist and one of another team. */
  public static ProblemException notFound(String thing) {
    return CommonProblem.NOT_FOUND.exception(
        "There is no such " + thing + ", or you have no access to it.");
  }

  /**
   * A field that is refused for a reason that no annotation can express.
   *
   * @param message the reason, which follows the name in a sentence, such as {@code must be at most
   *     3}
   */
  public static ProblemException invalid(String field, String message) {
    List<FieldError> errors = List.of(new FieldError(field, message));
    return new ProblemException(
        CommonProblem.INVALID, FieldError.sentence(errors), null, false, errors);
  }

  /** The participant left the session or was removed, so their token is no longer valid. */
  public static ProblemException seatGone() {
    return CommonProblem.SEAT_GONE.exception();
  }

  /** The service is at a limit that protects other clients. */
  public static ProblemException busy(String detail, int retryAfterSeconds) {
    return CommonProblem.BUSY.exception(detail).retryAfter(retryAfterSeconds);
  }

  /**
   * The same problem for a request that may only be early: the event that permits it may not have
   * arrived yet, so the service may retry the request for a moment.
   */
  public ProblemException retryable() {
    return new ProblemException(type, getMessage(), retryAfterSeconds, true, errors);
  }

  /** Whether the request may succeed in a moment. */
  public boolean isRetryable() {
    return retryable;
  }

  /** The same problem with the time after which the client may try again (Retry-After). */
  public ProblemException retryAfter(int seconds) {
    return new ProblemException(type, getMessage(), seconds, retryable, errors);
  }

  public ProblemType type() {
    return type;
  }

  List<FieldError> errors() {
    return errors;
  }

  Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
