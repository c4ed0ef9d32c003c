package microstorm.report.log.markup;

import java.util.ArrayList;
import java.util.List;

/** One line of a log with its offsets, which are computed once. */
public final class LogLine {
  private static final int TAB = 4;

  public final int number;
  public final String text;
  public final String end;

  /** The offset of the first character that is not white space; the length if the line is blank. */
  public final int start;

  /**
   * The offset after the last character that is not white space; {@link #start} if the line is
   * blank.
   */
  public final int stop;

  /** The column of {@link #start}; a tab extends to the next multiple of four. */
  public final int indent;

  LogLine(int number, String text, String end) {
    this.number = number;
    this.text = text;
    this.end = end;
    this.start = skipSpace(text, 0, text.length());
    this.stop = trim(text, start, text.length());
    this.indent = columns(text, start);
  }

  public boolean blank() {
    return start == text.length();
  }

  public char first() {
    return text.charAt(start);
  }

  public String stripped() {
    return text.substring(start, stop);
  }

  public String raw() {
    return text + end;
  }

  /**
   * The lines of a text; the last one has an empty end if the text does not end with a line break.
   */
  public static List<LogLine> split(String text) {
    List<LogLine> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
        to++;
      }
      int next = to == text.length() ? to : text.startsWith("\r\n", to) ? to + 2 : to + 1;
      lines.add(new LogLine(lines.size() + 1, text.substring(from, to), text.substring(to, next)));
      from = next;
    }
    return lines;
  }

  public static int skipSpace(String text, int from, int to) {
    int i = from;
    while (i < to && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static int trim(String text, int from, int to) {
    int i = to;
    while (i > from && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  public static int columns(String text, int to) {
    int column = 0;
    for (int i = 0; i < to; i++) {
      column = text.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
    }
    return column;
  }
}
