package microstorm.report.log.markup;

/**
 * A backslash before what would otherwise be a mark of structure (CommonMark 0.31.2, section 2.4):
 * so a text that only looks like a heading, bullet or fence is still a text when the log is read
 * again. What needs none gets none, and reading takes away exactly what writing put there.
 */
public final class Escape {
  private static final char MARK = '\\';

  private Escape() {}

  /** The lines of a text, each such that it is read as it is. */
  public static String lines(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 1);
    for (LogLine line : LogLine.split(text)) {
      boolean needed = !line.blank() && looksLikeStructure(line.text, line.start);
      escaped.append(line.text, 0, line.start).append(needed ? "\\" : "");
      escaped
          .append(line.text, line.start, line.text.length())
          .append(line.end.isEmpty() ? "" : "\n");
    }
    return escaped.toString();
  }

  /** A topic's title, such that its heading or bold line is none of a session or a field. */
  public static String title(String title) {
    return titleLooksLikeStructure(title, 0) ? MARK + title : title;
  }

  /** Where the text begins that is written from this offset on: behind the backslash, if any. */
  public static int start(LogLine line, int from) {
    boolean escaped =
        from < line.stop
            && line.text.charAt(from) == MARK
            && looksLikeStructure(line.text, from + 1);
    return escaped ? from + 1 : from;
  }

  /** The same for a topic's title that ends before {@code end}. */
  public static int titleStart(String text, int start, int end) {
    boolean escaped =
        start < end
            && text.charAt(start) == MARK
            && titleLooksLikeStructure(text.substring(0, end), start + 1);
    return escaped ? start + 1 : start;
  }

  /** What looks like an escape is one more, so that the first backslash is always ours. */
  private static boolean looksLikeStructure(String text, int from) {
    LogLine rest = behindMarks(text, from);
    return !rest.blank()
        && (Markup.heading(rest) != null
            || Markup.bullet(rest) >= 0
            || Markup.thematicBreak(
                new LogLine(0, rest.first() + rest.stripped() + rest.first(), ""))
            || Regions.opens(rest)
            || FieldLine.of(rest, rest.start) != null);
  }

  private static boolean titleLooksLikeStructure(String text, int from) {
    LogLine rest = behindMarks(text, from);
    LogLine heading = new LogLine(0, "# " + rest.text, "");
    LogLine bold = new LogLine(0, "**" + rest.text + "**", "");
    return SessionHeading.of(heading) != null
        || Markup.label(heading, 2) != null
        || FieldLine.of(bold, 0) != null;
  }

  private static LogLine behindMarks(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == MARK) {
      i++;
    }
    return new LogLine(0, text.substring(i), "");
  }
}
