package microstorm.report.log.markup;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import microstorm.report.log.model.LineKind;
import microstorm.report.log.words.Words;

/**
 * A line such as {@code **Date**: x}, {@code **Date:** x}, {@code __Date__: x} or {@code Date: x}.
 *
 * @param kind the kind of field
 * @param value the offset of its value
 * @param end the offset after its value; equal to the start if the value is empty
 * @param bold whether its name is bold; a line without bold may be an ordinary sentence
 */
public record FieldLine(LineKind kind, int value, int end, boolean bold) {
  private static final int LONGEST_NAME = 40;
  private static final char WIDE_COLON = '\uFF1A';
  private static final String COLONS = ":" + WIDE_COLON;
  private static final Map<String, LineKind> NAMES =
      Map.of(
          "date", LineKind.DATE,
          "title", LineKind.TITLE,
          "participants", LineKind.PARTICIPANTS,
          "participant", LineKind.PARTICIPANTS,
          "attendees", LineKind.PARTICIPANTS,
          "problem", LineKind.PROBLEM,
          "problem statement", LineKind.PROBLEM,
          "summary", LineKind.SUMMARY);

  private static final Map<LineKind, Set<String>> OTHER_NAMES =
      Map.of(
          LineKind.DATE, Words.DATE,
          LineKind.PARTICIPANTS, Words.PARTICIPANTS,
          LineKind.TITLE, Words.TITLE,
          LineKind.PROBLEM, Words.PROBLEM);

  /** The field at this offset of a line; null if there is none. */
  public static FieldLine of(LogLine line, int from) {
    Markup.Label label = Markup.label(line, from);
    FieldLine bold = label == null ? null : ofLabel(line, label);
    FieldLine emphasised = bold == null ? emphasised(line, from) : bold;
    if (label != null || emphasised != null) {
      return emphasised;
    }
    int colon = from;
    int last = Math.min(line.stop, from + LONGEST_NAME + 1);
    while (colon < last && COLONS.indexOf(line.text.charAt(colon)) < 0) {
      colon++;
    }
    if (colon >= last) {
      return null;
    }
    LineKind kind = named(line.text, from, LogLine.trim(line.text, from, colon));
    return kind == null
        ? null
        : new FieldLine(kind, LogLine.skipSpace(line.text, colon + 1, line.stop), line.stop, false);
  }

  /**
   * The field in the first two cells of a row; null if there is none.
   *
   * @param bar the offset of the bar between them
   * @param end the offset after the second one
   */
  static FieldLine ofCells(LogLine line, int bar, int end) {
    int from = line.start + 1;
    while (from < bar && " \t*_".indexOf(line.text.charAt(from)) >= 0) {
      from++;
    }
    int to = bar;
    while (to > from && " \t*_:\uFF1A".indexOf(line.text.charAt(to - 1)) >= 0) {
      to--;
    }
    LineKind kind = named(line.text, from, to);
    int value = LogLine.skipSpace(line.text, bar + 1, end);
    return kind == null
        ? null
        : new FieldLine(kind, value, LogLine.trim(line.text, value, end), true);
  }

  private static FieldLine ofLabel(LogLine line, Markup.Label label) {
    boolean wide = line.text.charAt(label.end() - 1) == WIDE_COLON;
    int end = wide ? LogLine.trim(line.text, label.start(), label.end() - 1) : label.end();
    LineKind kind = named(line.text, label.start(), end);
    boolean wideAfter =
        !label.colon() && label.rest() < line.stop && line.text.charAt(label.rest()) == WIDE_COLON;
    int value =
        wideAfter ? LogLine.skipSpace(line.text, label.rest() + 1, line.stop) : label.rest();
    boolean complete = wide || wideAfter || label.colon() || label.rest() == line.stop;
    return kind == null || !complete ? null : new FieldLine(kind, value, line.stop, true);
  }

  /** A field in italics, or one whose marks surround the value, too. */
  private static FieldLine emphasised(LogLine line, int from) {
    char mark = from < line.stop ? line.text.charAt(from) : ' ';
    int marks = mark == '*' || mark == '_' ? Markup.run(line.text, from, line.stop, mark) : 0;
    if (marks < 1 || marks > 3) {
      return null;
    }
    int start = from + marks;
    int colon = start;
    int last = Math.min(line.stop, start + LONGEST_NAME + 1);
    while (colon < last && COLONS.indexOf(line.text.charAt(colon)) < 0) {
      colon++;
    }
    if (colon >= last) {
      return null;
    }
    String closing = String.valueOf(mark).repeat(marks);
    int nameEnd = LogLine.trim(line.text, start, colon);
    boolean closedName = nameEnd - marks > start && line.text.startsWith(closing, nameEnd - marks);
    LineKind kind = named(line.text, start, closedName ? nameEnd - marks : nameEnd);
    boolean closedColon = !closedName && line.text.startsWith(closing, colon + 1);
    int after = closedColon ? colon + 1 + marks : colon + 1;
    boolean whole =
        !closedName
            && !closedColon
            && line.stop - marks > after
            && line.text.startsWith(closing, line.stop - marks);
    if (kind == null
        || kind == LineKind.PROBLEM
        || kind == LineKind.SUMMARY
        || !closedName && !closedColon && !whole) {
      return null;
    }
    int end = whole ? LogLine.trim(line.text, after, line.stop - marks) : line.stop;
    return new FieldLine(kind, LogLine.skipSpace(line.text, after, end), end, true);
  }

  /**
   * The value of a Title field among the first fields, which overrides a title in the heading; null
   * if there is none.
   */
  public static String firstTitle(List<LogLine> lines, Regions regions, int from, int to) {
    return first(LineKind.TITLE, lines, regions, from, to);
  }

  private static String first(
      LineKind kind, List<LogLine> lines, Regions regions, int from, int to) {
    Set<LineKind> seen = EnumSet.noneOf(LineKind.class);
    boolean open = false;
    for (int i = from; i < to; i++) {
      LogLine line = lines.get(i);
      int bullet = Markup.bullet(line);
      boolean continued = open && line.indent > 0 && bullet < 0;
      if (line.blank() || continued || regions.inside(i) || regions.endOf(i) >= 0) {
        continue;
      }
      int start = bullet < 0 ? line.start : bullet;
      FieldLine field = of(line, start);
      if (field == null
          && (bullet >= 0 || line.first() == '#' || Markup.label(line, start) != null)) {
        return null;
      }
      if (field != null && field.kind() == kind) {
        return field.value() < field.end() ? line.text.substring(field.value(), field.end()) : null;
      }
      open =
          field != null && seen.add(field.kind()) && field.hasLines() && field.value() < line.stop;
    }
    return null;
  }

  /** Whether a field of this kind has a value in the lines before the first topic. */
  public static boolean hasFirst(
      LineKind kind, List<LogLine> lines, Regions regions, int from, int to) {
    return first(kind, lines, regions, from, to) != null;
  }

  /** Whether its text may continue on indented lines. */
  public boolean hasLines() {
    return kind == LineKind.PROBLEM || kind == LineKind.SUMMARY;
  }

  private static LineKind named(String text, int start, int end) {
    if (end - start > LONGEST_NAME) {
      return null;
    }
    String name = Words.lower(text.substring(start, end));
    LineKind own = NAMES.get(name);
    return own != null
        ? own
        : OTHER_NAMES.entrySet().stream()
            .filter(kind -> kind.getValue().contains(name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
  }
}
