package microstorm.report.log;

import java.util.Locale;
import java.util.Map;

/**
 * A line such as {@code **Date**: x}, {@code **Date:** x}, {@code __Date__: x} or {@code Date: x}.
 *
 * @param kind which field
 * @param value where its value begins; the line's stop if it is empty
 * @param bold whether its name is marked as such; a plain one may be an ordinary sentence
 */
record FieldLine(LineKind kind, int value, boolean bold) {
  private static final int LONGEST_NAME = 20;
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

  /** The field on this line from this offset; null if it is none. */
  static FieldLine of(Line line, int from) {
    Markup.Label label = Markup.label(line, from);
    if (label != null) {
      LineKind kind = named(line.text, label.start(), label.end());
      boolean complete = label.colon() || label.rest() == line.stop;
      return kind == null || !complete ? null : new FieldLine(kind, label.rest(), true);
    }
    int colon = line.text.indexOf(':', from);
    if (colon < 0 || colon - from > LONGEST_NAME) {
      return null;
    }
    LineKind kind = named(line.text, from, Line.trim(line.text, from, colon));
    return kind == null
        ? null
        : new FieldLine(kind, Line.skipSpace(line.text, colon + 1, line.stop), false);
  }

  private static LineKind named(String text, int start, int end) {
    return end - start > LONGEST_NAME
        ? null
        : NAMES.get(text.substring(start, end).toLowerCase(Locale.ROOT));
  }
}
