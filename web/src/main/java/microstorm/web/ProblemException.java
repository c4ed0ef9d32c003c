package microstorm.web;

/**
 * A request that is not granted, with the rule that says so. Thrown anywhere below a resource; the
 * client gets it as a {@link Problem}.
 */
public final class ProblemException extends RuntimeException {

  private final String name;
  private final int status;
  private final String title;
  private final Integer retryAfterSeconds;
  private final boolean early;

  /**
   * @param status the HTTP status, 400 to 599
   * @param name the problem's stable name, e.g. {@code session-closed}
   * @param title what kind of problem it is, the same for every occurrence
   * @param detail what happened this time, a sentence for a person, without secrets
   */
  public ProblemException(int status, String name, String title, String detail) {
    this(status, name, title, detail, null, false);
  }

  private ProblemException(
      int status,
      String name,
      String title,
      String detail,
      Integer retryAfterSeconds,
      boolean early) {
    super(detail);
    this.status = status;
    this.name = name;
    this.title = title;
    this.retryAfterSeconds = retryAfterSeconds;
    this.early = early;
  }

  /** Absent and foreign things look alike: both are not found. */
  public static ProblemException notFound(String what) {
    return new ProblemException(
        404, "not-found", "Not found", "There is no such " + what + ", or it is not yours.");
  }

  /** Whoever left a session, or was removed from it, has a token that opens nothing any more. */
  public static ProblemException seatGone() {
    return new ProblemException(
        401,
        "seat-gone",
        "Seat gone",
        "You left this session or were removed from it: this token opens nothing any more.");
  }

  /** The service is at a bound it keeps for the good of the others; trying again helps. */
  public static ProblemException busy(String detail, int retryAfterSeconds) {
    return new ProblemException(503, "busy", "Busy", detail, retryAfterSeconds, false);
  }

  /**
   * The same, where what it waits for may have happened elsewhere and not be known here yet: who
   * can wait a moment asks again before they pass it on.
   */
  public ProblemException retryable() {
    return new ProblemException(status, name, title, getMessage(), retryAfterSeconds, true);
  }

  /** Whether asking again in a moment may come to another end. */
  public boolean isRetryable() {
    return early;
  }

  /** The same refusal, with the time after which trying again may help (Retry-After). */
  public ProblemException retryAfter(int seconds) {
    return new ProblemException(status, name, title, getMessage(), seconds, early);
  }

  String name() {
    return name;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  Integer retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
