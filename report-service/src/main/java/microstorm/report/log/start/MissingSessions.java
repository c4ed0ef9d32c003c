package microstorm.report.log.start;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.markup.Quotation;
import microstorm.report.log.markup.Regions;

/** Says why a text has no session. */
public final class MissingSessions {
  private static final Pattern NO_DAY =
      Pattern.compile(
          "(?<![\\d.])(?:\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}|\\d{1,2}([-/.])\\d{1,2}\\2\\d{4})(?!\\d)");
  private static final Pattern NO_YEAR =
      Pattern.compile("\\P{Alnum}{0,9}[0-3]?\\d[/.][0-3]?\\d(?![\\d/]|\\.\\d)");

  private MissingSessions() {}

  /** A sentence about a text without sessions: what it has, and what to change. */
  public static String of(List<LogLine> lines, Regions regions) {
    List<FoundHeading> headings = FoundHeading.all(lines, regions, 0);
    long bullets = lines.stream().filter(line -> Markup.bullet(line) >= 0).count();
    String examples =
        headings.stream()
            .limit(3)
            .map(h -> Quotation.of(h.text(lines)) + " on line " + (h.line() + 1))
            .reduce((one, two) -> one + ", " + two)
            .map(text -> " (" + text + ")")
            .orElse("");
    return String.format(
        Locale.ROOT,
        "Headings: %,d%s; list items: %,d. No heading has a date or the number of a session, and"
            + " no line gives a date or participants.%s Write a heading such as"
            + " \"## 2026-01-31\" or \"### Session : 1\" above each session. If the text is about"
            + " one session, write a line such as \"Date: 2026-01-31\" at its beginning.",
        headings.size(),
        examples,
        bullets,
        nearDate(headings, lines));
  }

  /** A sentence about the first heading that is nearly a date; empty if there is none. */
  private static String nearDate(List<FoundHeading> headings, List<LogLine> lines) {
    for (FoundHeading heading : headings) {
      String text = heading.text(lines);
      String place = " " + Quotation.of(text) + " on line " + (heading.line() + 1);
      if (NO_DAY.matcher(text).find()) {
        return place + " is not a day that exists.";
      }
      if (NO_YEAR.matcher(text).lookingAt()) {
        return place + " looks like a date without a year: write the year.";
      }
    }
    return "";
  }
}
