package microstorm.report.log.text;

import microstorm.report.log.parse.LogRefused;
import microstorm.report.problem.ReportProblem;

/** Thrown for bytes that are not UTF-8. */
public class NotUtf8 extends LogRefused {
  private final int offset;

  /**
   * @param offset of the first invalid byte, counted from 0
   * @param line that byte is on, counted from 1
   */
  public NotUtf8(int offset, int line) {
    super(
        ReportProblem.NOT_UTF_8,
        "The text is not UTF-8: byte "
            + offset
            + " (counted from 0) on line "
            + line
            + " is invalid. Save the log as UTF-8.",
        line);
    this.offset = offset;
  }

  /** The offset of the first invalid byte, counted from 0. */
  public int offset() {
    return offset;
  }
}
