package microstorm.report.log.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.markup.Markup;
import microstorm.report.log.model.WarningValues;
import microstorm.report.log.start.HeadingWords;

/**
 * Completes dates that were written without a year: with the year that brings them closest to the
 * session before or after, or otherwise with the only year in a heading above.
 */
final class YearInference {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private final List<SessionDraft> sessions;
  private final List<LogLine> lines;
  private final Warnings warnings;

  YearInference(List<SessionDraft> sessions, List<LogLine> lines, Warnings warnings) {
    this.sessions = sessions;
    this.lines = lines;
    this.warnings = warnings;
  }

  void complete() {
    LocalDate before = null;
    Integer heading = null;
    int read = 0;
    LocalDate[] after = following();
    for (int i = 0; i < sessions.size(); i++) {
      SessionDraft session = sessions.get(i);
      for (; read < session.heading.number; read++) {
        Integer year = yearOf(lines.get(read));
        heading = year == null ? heading : year;
      }
      if (session.lacksYear()) {
        LocalDate found = find(session.date(), before != null ? before : after[i], heading);
        warn(session, found);
        session.completeDate(found);
      }
      before = session.date() == null ? before : session.date();
    }
  }

  /** For each session the date of the nearest one after it that has a year; null without one. */
  private LocalDate[] following() {
    LocalDate[] after = new LocalDate[sessions.size()];
    LocalDate next = null;
    for (int i = sessions.size() - 1; i >= 0; i--) {
      after[i] = next;
      SessionDraft session = sessions.get(i);
      next = session.date() == null || session.lacksYear() ? next : session.date();
    }
    return after;
  }

  private static LocalDate find(LocalDate written, LocalDate neighbour, Integer heading) {
    if (heading != null) {
      return inYear(written, heading);
    }
    if (neighbour == null) {
      return null;
    }
    return IntStream.rangeClosed(-1, 1)
        .mapToObj(years -> inYear(written, neighbour.getYear() + years))
        .filter(date -> date != null)
        .min(
            (one, two) ->
                Long.compare(
                    Math.abs(ChronoUnit.DAYS.between(one, neighbour)),
                    Math.abs(ChronoUnit.DAYS.between(two, neighbour))))
        .orElse(null);
  }

  private static LocalDate inYear(LocalDate written, int year) {
    try {
      return LocalDate.of(year, written.getMonth(), written.getDayOfMonth());
    } catch (DateTimeException noLeapYear) {
      return null;
    }
  }

  /** The year in a heading that has no whole date. */
  private static Integer yearOf(LogLine line) {
    Markup.Heading heading = line.blank() ? null : Markup.heading(line);
    Matcher year = heading == null ? null : YEAR.matcher(line.text);
    return year != null
            && year.find()
            && !HeadingWords.of(line.text, heading.start(), heading.end()).dated()
        ? Integer.valueOf(year.group())
        : null;
  }

  private void warn(SessionDraft session, LocalDate found) {
    int line = session.dateLine();
    if (found == null) {
      warnings.add(
          line,
          "year-unknown",
          "This date has no year, and no other session shows it. Write the year.");
    } else {
      String read = DateForms.format(found, "MMMM d, uuuu");
      warnings.add(
          line,
          "year-inferred",
          "This date has no year. It was read as " + read + ".",
          WarningValues.ofDate(found));
    }
  }
}
