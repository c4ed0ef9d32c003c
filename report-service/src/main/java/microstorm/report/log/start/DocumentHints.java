package microstorm.report.log.start;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.log.markup.LogLine;

/**
 * What a whole log shows about the way it is written.
 *
 * @param frontMatter the number of the last line of its front matter; 0 if there is none
 * @param daysFirst whether the day comes first in dates such as 04/03/2021 and 04-03-2021, because
 *     another date of the log is impossible otherwise
 */
public record DocumentHints(int frontMatter, boolean daysFirst) {
  private static final int LONGEST_LINE = 200;
  private static final int MONTHS = 12;
  private static final int DAYS = 31;
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)(\\d{1,2})([-/])(\\d{1,2})\\2(?:\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("\\P{Alnum}{0,9}(\\d{1,2})(/)(\\d{1,2})(?![\\d/.])");

  /** The hints of a log in the general grammar; there are none for the log's own grammar. */
  public static DocumentHints of(List<LogLine> lines, List<SessionStart> starts) {
    if (starts.get(0).own() != null) {
      return new DocumentHints(0, false);
    }
    boolean days = false;
    boolean months = false;
    for (LogLine line : lines) {
      Matcher numbers = NUMBERS.matcher(line.text);
      while (line.text.length() <= LONGEST_LINE && numbers.find()) {
        days |= shows(numbers, 1, 3);
        months |= shows(numbers, 3, 1);
      }
    }
    for (SessionStart start : starts) {
      Matcher numbers = WITHOUT_YEAR.matcher(lines.get(start.line()).text);
      if (start.heading() != null && numbers.lookingAt()) {
        days |= shows(numbers, 1, 3);
        months |= shows(numbers, 3, 1);
      }
    }
    boolean wholeFile = starts.get(0).heading() == null && starts.get(0).line() == 0;
    return new DocumentHints(wholeFile ? frontMatter(lines) : 0, days && !months);
  }

  /** Whether one of these numbers can only be a day, and the other one a month. */
  private static boolean shows(Matcher numbers, int day, int month) {
    int days = Integer.parseInt(numbers.group(day));
    int months = Integer.parseInt(numbers.group(month));
    return days > MONTHS && days <= DAYS && months <= MONTHS;
  }

  private static int frontMatter(List<LogLine> lines) {
    for (int i = 1; lines.get(0).text.startsWith("---") && i < lines.size(); i++) {
      if (lines.get(i).text.startsWith("---")) {
        return i + 1;
      }
    }
    return 0;
  }
}
