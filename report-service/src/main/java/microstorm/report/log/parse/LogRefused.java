package microstorm.report.log.parse;

import microstorm.report.problem.ReportProblem;

/**
 * Thrown for a text that cannot be imported: it is not a log, or it exceeds a limit. Nothing of it
 * is stored.
 */
public class LogRefused extends RuntimeException {
  private final ReportProblem problem;
  private final Integer line;
  private final Integer found;
  private final Integer limit;

  /**
   * @param message a sentence for a person
   * @param line counted from 1; null if the problem concerns the whole text
   */
  public LogRefused(ReportProblem problem, String message, Integer line) {
    this(problem, message, line, null, null);
  }

  /**
   * @param message a sentence for a person
   * @param line counted from 1; null if the problem concerns the whole text
   * @param found how many there are
   * @param limit how many there may be
   */
  LogRefused(ReportProblem problem, String message, Integer line, Integer found, Integer limit) {
    super(message);
    this.problem = problem;
    this.line = line;
    this.found = found;
    this.limit = limit;
  }

  public ReportProblem problem() {
    return problem;
  }

  /** The line of the problem, counted from 1; null if it concerns the whole text. */
  public Integer line() {
    return line;
  }

  /** How many of something there are; null if the problem is no limit. */
  public Integer found() {
    return found;
  }

  /** How many of it there may be; null if the problem is no limit. */
  public Integer limit() {
    return limit;
  }
}
