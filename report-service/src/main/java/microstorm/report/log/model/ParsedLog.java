package microstorm.report.log.model;

import java.util.List;

/**
 * A log, parsed without the loss of a byte.
 *
 * @param frame the text around the sessions
 * @param sessions in the order of the log, at least one
 * @param warnings in the order of the lines, at most as many as the limits allow
 * @param moreWarnings the number of further warnings
 */
public record ParsedLog(
    LogFrame frame, List<ParsedSession> sessions, List<LogWarning> warnings, int moreWarnings) {
  public ParsedLog {
    sessions = List.copyOf(sessions);
    warnings = List.copyOf(warnings);
  }
}
