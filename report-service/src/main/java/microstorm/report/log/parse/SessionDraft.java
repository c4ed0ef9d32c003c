package microstorm.report.log.parse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import microstorm.report.log.markup.LogLine;
import microstorm.report.log.model.LayoutLine;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.model.SessionContent;
import microstorm.report.log.model.SessionOutcome;
import microstorm.report.log.start.DocumentHints;
import microstorm.report.problem.ReportProblem;

/**
 * A session while it is being parsed: collects its fields, its entries and its layout, and checks
 * the limits. The final ids are assigned last, since the session's own id depends on title and
 * date.
 */
final class SessionDraft {
  final LogLine heading;
  final int level;
  final LogLimits limits;
  private final DocumentHints hints;
  final Warnings warnings;
  final SessionEntries entries;

  private final List<LayoutLine> lines = new ArrayList<>();
  private final Set<LineKind> fields = EnumSet.noneOf(LineKind.class);
  private List<String> participants = List.of();
  private Integer number;
  private Integer unnamed;
  private String title;
  private LocalDate date;
  private String problem;
  private String summary;
  private SessionOutcome outcome;
  private boolean dated;
  private int yearlessLine = -1;
  private int dateLine;

  SessionDraft(
      LogLine heading, int level, DocumentHints hints, LogLimits limits, Warnings warnings) {
    this.hints = hints;
    this.heading = heading;
    this.level = level;
    this.limits = limits;
    this.warnings = warnings;
    this.entries = new SessionEntries(limits, warnings, lines::add);
  }

  boolean has(LineKind field) {
    return fields.contains(field);
  }

  void literal(LayoutLine line) {
    lines.add(line);
  }

  void number(Integer value) {
    number = value;
  }

  void title(String value, int line) {
    fields.add(LineKind.TITLE);
    limits.checkName(value, ReportProblem.TITLE_TOO_LONG, "characters in this title", line);
    title = value;
  }

  /**
   * Sets the title of the heading. A Title field is expected to repeat it; if none does, the
   * heading's title is used.
   */
  void headingTitle(String value, int line) {
    limits.checkName(value, ReportProblem.TITLE_TOO_LONG, "characters in this title", line);
    title = value;
  }

  void date(LocalDate value) {
    fields.add(LineKind.DATE);
    date = value;
  }

  /** Notes that the heading has a date, so that it may have no title. */
  void datedHeading() {
    dated = true;
  }

  boolean hasDatedHeading() {
    return dated;
  }

  /** Notes that the date in the next layout line was written without a year. */
  void yearless(int line) {
    yearlessLine = lines.size();
    dateLine = line;
  }

  int dateLine() {
    return dateLine;
  }

  /** Whether the date still lacks its year. */
  boolean lacksYear() {
    return yearlessLine >= 0;
  }

  /** Completes a date that was written without a year; null if its year stays unknown. */
  void completeDate(LocalDate value) {
    LayoutLine line = lines.get(yearlessLine);
    String written = value == null ? null : value.toString();
    lines.set(
        yearlessLine,
        new LayoutLine(line.kind(), line.ref(), line.literals(), line.pattern(), written));
    date = value;
    yearlessLine = -1;
  }

  /** Whether the log writes the day before the month in dates such as 04/03/2021. */
  boolean hasDaysFirst() {
    return hints.daysFirst();
  }

  boolean isFrontMatter(LogLine line) {
    return line.number <= hints.frontMatter();
  }

  String titleText() {
    return title;
  }

  List<String> people() {
    return participants;
  }

  LocalDate date() {
    return date;
  }

  void participants(List<String> names, int line) {
    fields.add(LineKind.PARTICIPANTS);
    limits.check(
        names.size(),
        limits.participants(),
        ReportProblem.LOG_TOO_MANY_PARTICIPANTS,
        "participants in this session",
        line);
    for (String name : names) {
      limits.checkName(name, ReportProblem.NAME_TOO_LONG, "characters in this name", line);
    }
    participants = names;
  }

  /** Sets the number of people whose names the log does not have; null if it is unknown. */
  void unnamed(Integer value) {
    fields.add(LineKind.PARTICIPANTS);
    unnamed = value;
  }

  /** The number of people without names; null if the log does not have it. */
  Integer unnamed() {
    return unnamed;
  }

  void text(LineKind field, String text, int line) {
    fields.add(field);
    limits.checkText(
        text, ReportProblem.TEXT_TOO_LONG, "characters in this problem or summary", line);
    if (field == LineKind.PROBLEM) {
      problem = text;
    } else {
      summary = text;
    }
  }

  /**
   * Marks a field as read although it is empty, so that a later line with its name is not that
   * field.
   */
  void empty(LineKind field) {
    fields.add(field);
  }

  /** Sets the outcome, whose titles and kinds replace those in the mark-up. */
  void outcome(SessionOutcome read, int line) {
    outcome = read;
    if (!read.people().isEmpty()) {
      participants(read.people(), line);
    }
    entries.replace(read);
  }

  /** The outcome in the log; null if it has none. */
  SessionOutcome outcome() {
    return outcome;
  }

  SessionContent content() {
    return new SessionContent(
        number, title, date, participants, problem, summary, entries.topics(), entries.ideas());
  }

  List<LayoutLine> lines() {
    return lines;
  }
}
