package microstorm.report.log.model;

import java.util.List;
import microstorm.report.log.parse.LogLimits;

/**
 * A log, taken apart without losing a byte.
 *
 * @param frame what is around the sessions
 * @param sessions in the order of the log, at least one
 * @param warnings by line, at most {@link LogLimits#warnings()}
 * @param moreWarnings how many more there were
 */
public record ParsedLog(
    LogFrame frame, List<ParsedSession> sessions, List<LogWarning> warnings, int moreWarnings) {
  public ParsedLog {
    sessions = List.copyOf(sessions);
    warnings = List.copyOf(warnings);
  }
}
