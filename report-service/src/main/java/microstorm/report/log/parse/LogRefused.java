package microstorm.report.log.parse;

import microstorm.report.problem.ReportProblem;

/**
 * Thrown for a text that cannot be imported: it is not a log, or it exceeds a limit. Nothing of it
 * is stored.
 */
public class LogRefused extends RuntimeException {
  private final ReportProblem problem;
  private final Integer line;

  /**
   * @param message a sentence for a person
   * @param line counted from 1; null if the problem concerns the whole text
   */
  public LogRefused(ReportProblem problem, String message, Integer line) {
    super(message);
    this.problem = problem;
    this.line = line;
  }

  public ReportProblem problem() {
    return problem;
  }

  /** The line of the problem, counted from 1; null if it concerns the whole text. */
  public Integer line() {
    return line;
  }
}
