package microstorm.report.log.parse;

import microstorm.report.problem.ReportProblem;

/**
 * A text that is not taken in as a log: not one at all, or beyond a limit. Nothing of it was kept.
 */
public class LogRefused extends RuntimeException {
  private final ReportProblem problem;
  private final Integer line;

  /**
   * @param message a sentence for a person
   * @param line counted from 1; null if it concerns the whole text
   */
  public LogRefused(ReportProblem problem, String message, Integer line) {
    super(message);
    this.problem = problem;
    this.line = line;
  }

  public ReportProblem problem() {
    return problem;
  }

  /** The line it happened at, counted from 1; null if it concerns the whole text. */
  public Integer line() {
    return line;
  }
}
