package microstorm.report.log.parse;

import java.util.Locale;
import microstorm.report.problem.ReportProblem;

/**
 * The limits of a log. A log that exceeds one is refused, except for warnings: further ones are
 * only counted.
 *
 * @param sessions in one log
 * @param topics in one session
 * @param ideas in one session, of all kinds
 * @param nesting levels of bullets
 * @param ideaCharacters of an entry's text, a problem or a summary
 * @param nameCharacters of a title, a topic's title, a participant's name
 * @param participants in one session
 * @param sessionBytes of one session's text in UTF-8
 * @param warnings kept for one log
 */
public record LogLimits(
    int sessions,
    int topics,
    int ideas,
    int nesting,
    int ideaCharacters,
    int nameCharacters,
    int participants,
    int sessionBytes,
    int warnings) {

  /** Lines in one log, counted before the text is parsed. */
  static final int LINES = 150_000;

  /** The limits for imported logs. */
  public static LogLimits defaults() {
    return new LogLimits(10_000, 500, 5_000, 50, 20_000, 500, 200, 1 << 20, 1_000);
  }

  void checkName(String name, ReportProblem problem, String counted, int line) {
    check(length(name), nameCharacters, problem, counted, line);
  }

  void checkText(String text, ReportProblem problem, String counted, int line) {
    check(length(text), ideaCharacters, problem, counted, line);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  void check(int found, int limit, ReportProblem problem, String counted, int line) {
    if (found > limit) {
      throw new LogRefused(
          problem,
          String.format(
              Locale.ROOT, "Found %,d %s; at most %,d are allowed.", found, counted, limit),
          line,
          found,
          limit);
    }
  }
}
