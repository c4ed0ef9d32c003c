package microstorm.report.log.parse;

/**
 * A text that is not taken in as a log: not one at all, or beyond a limit. Nothing of it was kept.
 */
public class LogRefused extends RuntimeException {
  private final String code;
  private final Integer line;

  /**
   * @param code stable, e.g. {@code no-session}
   * @param message a sentence for a person
   * @param line counted from 1; null if it concerns the whole text
   */
  public LogRefused(String code, String message, Integer line) {
    super(message);
    this.code = code;
    this.line = line;
  }

  /** Stable name of the reason. */
  public String code() {
    return code;
  }

  /** The line it happened at, counted from 1; null if it concerns the whole text. */
  public Integer line() {
    return line;
  }
}
