package microstorm.report.log.markup;

/**
 * Puts a backslash before text that would otherwise be markup (CommonMark 0.31.2, section 2.4), so
 * that a text that only looks like a heading, bullet or fence is still a text when the log is read
 * again. Only such texts get a backslash, and reading removes exactly the backslashes that writing
 * added.
 */
public final class Escape {
  private static final char MARK = '\\';

  /** The title of the list that describes the outcome of a session. */
  private static final String OUTCOME = "outcome";

  private Escape() {}

  /** A text whose lines are escaped, so that reading yields the same text. */
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

  /**
   * An escaped title of a topic, so that its heading or bold line is not read as a session or a
   * field.
   */
  public static String title(String title) {
    return titleLooksLikeStructure(title, 0) ? MARK + title : title;
  }

  /** The offset at which the text begins: this offset, or the next one if there is a backslash. */
  public static int start(LogLine line, int from) {
    boolean escaped =
        from < line.stop
            && line.text.charAt(from) == MARK
            && looksLikeStructure(line.text, from + 1);
    return escaped ? from + 1 : from;
  }

  /** The offset at which a topic's title begins, if it ends before {@code end}. */
  public static int titleStart(String text, int start, int end) {
    boolean escaped =
        start < end
            && text.charAt(start) == MARK
            && titleLooksLikeStructure(text.substring(0, end), start + 1);
    return escaped ? start + 1 : start;
  }

  /**
   * A text that already looks escaped is escaped again, so that the first backslash is always one
   * that this class added.
   */
  private static boolean looksLikeStructure(String text, int from) {
    LogLine rest = afterMarks(text, from);
    return !rest.blank()
        && (Markup.heading(rest) != null
            || Markup.bullet(rest) >= 0
            || Markup.thematicBreak(
                new LogLine(0, rest.first() + rest.stripped() + rest.first(), ""))
            || Regions.opens(rest)
            || FieldLine.of(rest, rest.start) != null);
  }

  private static boolean titleLooksLikeStructure(String text, int from) {
    LogLine rest = afterMarks(text, from);
    LogLine heading = new LogLine(0, "# " + rest.text, "");
    LogLine bold = new LogLine(0, "**" + rest.text + "**", "");
    return rest.text.strip().equalsIgnoreCase(OUTCOME)
        || SessionHeading.of(heading) != null
        || Markup.label(heading, 2) != null
        || FieldLine.of(bold, 0) != null;
  }

  private static LogLine afterMarks(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == MARK) {
      i++;
    }
    return new LogLine(0, text.substring(i), "");
  }
}
