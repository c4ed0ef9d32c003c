package microstorm.report.log.markup;

import java.util.Locale;
import java.util.Set;

/**
 * Recognises markup at the beginning of a line. Each method reads one line, in time linear in its
 * length.
 */
public final class Markup {
  /** The longest line that can be the title of a list below it. */
  private static final int LONGEST_TITLE = 100;

  private static final Set<String> REFERENCE_TITLES =
      Set.of(
          "ref",
          "refs",
          "ref link",
          "ref links",
          "reference",
          "references",
          "reference link",
          "reference links",
          "links");
  private static final String BULLETS = "\u2022\u30FB\u25CF\u25E6\u25AA";
  private static final String BULLETS_WITH_SPACE =
      "\u2013\u00B7\u2023\u2043\u25CB\u25A0\u25AB\u2705\u2713\u2714\u27A2\u27A4";
  private static final String BOXES = "\u2610\u2611\u2612";

  /** A sign after another one, which is then shown as a picture. */
  private static final char PICTURE = '\uFE0F';

  private static final String OPENING_QUOTES = "\"\u201C\u201E\u00AB\u2018\u201A\u2039\u201F";

  /** An ATX heading. Its text, without closing marks, is between the offsets. */
  public record Heading(int level, int start, int end) {}

  /**
   * Bold or bold-italic words at the beginning of a line, with or without a colon.
   *
   * @param marks the number of stars or underscores
   * @param colon whether a colon is inside or follows
   * @param rest the offset of the text that follows; the line's stop if there is none
   */
  public record Label(int marks, int start, int end, boolean colon, int rest) {}

  private Markup() {}

  /** The heading on this line; null if there is none. */
  public static Heading heading(LogLine line) {
    int level = run(line.text, line.start, line.stop, '#');
    int content = line.start + level;
    if (level < 1
        || level > 6
        || line.indent > 3
        || content < line.stop && !spaceAt(line, content)) {
      return null;
    }
    int start = LogLine.skipSpace(line.text, content, line.stop);
    int end = line.stop;
    while (end > start && line.text.charAt(end - 1) == '#') {
      end--;
    }
    boolean closing = end == start || Character.isWhitespace(line.text.charAt(end - 1));
    return new Heading(level, start, closing ? LogLine.trim(line.text, start, end) : line.stop);
  }

  /**
   * The offset of the text of the bullet on this line; the line's stop if the text is empty, -1 if
   * there is no bullet. A sign such as {@code ☐} without a mark before it is a bullet and a part of
   * the text.
   */
  public static int bullet(LogLine line) {
    if (line.blank() || thematicBreak(line)) {
      return -1;
    }
    int marker = line.start;
    if ("-*+".indexOf(line.first()) < 0) {
      while (marker < line.stop && marker - line.start < 9 && digit(line.text.charAt(marker))) {
        marker++;
      }
      if (marker == line.start
          || marker == line.stop
          || ".)\u3001".indexOf(line.text.charAt(marker)) < 0) {
        return otherBullet(line);
      }
    }
    int content = marker + 1;
    return content < line.stop && !spaceAt(line, content) && !needsNoSpace(line, marker)
        ? -1
        : LogLine.skipSpace(line.text, content, line.stop);
  }

  /** A bullet of another editor: a sign, a dash, or a letter with a bracket. */
  private static int otherBullet(LogLine line) {
    if (boxEnd(line.text, line.start, line.stop) > line.start) {
      return line.start;
    }
    int content = afterSign(line.text, line.start, line.stop);
    boolean spaced = content < line.stop && spaceAt(line, content);
    char mark = line.first();
    if (BULLETS_WITH_SPACE.indexOf(mark) >= 0 && spaced || BULLETS.indexOf(mark) >= 0) {
      return LogLine.skipSpace(line.text, content, line.stop);
    }
    boolean letter = mark >= 'a' && mark <= 'z' || mark >= 'A' && mark <= 'Z';
    return letter
            && content + 1 < line.stop
            && line.text.charAt(content) == ')'
            && spaceAt(line, content + 1)
        ? LogLine.skipSpace(line.text, content + 1, line.stop)
        : -1;
  }

  /**
   * The offset after a sign for a check box that text follows; the same offset if there is none.
   */
  public static int boxEnd(String text, int from, int to) {
    boolean sign = from < to && BOXES.indexOf(text.charAt(from)) >= 0;
    int end = sign ? afterSign(text, from, to) : from;
    boolean spaced = end < to && Character.isWhitespace(text.charAt(end));
    return sign && spaced && LogLine.skipSpace(text, end, to) < to ? end : from;
  }

  private static int afterSign(String text, int from, int to) {
    return from + 1 < to && text.charAt(from + 1) == PICTURE ? from + 2 : from + 1;
  }

  /** An ideographic comma after a number, or a dash at the margin that a letter follows. */
  private static boolean needsNoSpace(LogLine line, int marker) {
    char mark = line.text.charAt(marker);
    return mark == '\u3001'
        || mark == '-' && line.indent == 0 && Character.isLetter(line.text.charAt(marker + 1));
  }

  /**
   * Whether the line is a thematic break: at least three stars, dashes or underscores and only
   * white space.
   */
  public static boolean thematicBreak(LogLine line) {
    char mark = line.first();
    if (mark != '*' && mark != '-' && mark != '_') {
      return false;
    }
    int marks = 0;
    for (int i = line.start; i < line.stop; i++) {
      if (line.text.charAt(i) == mark) {
        marks++;
      } else if (!spaceAt(line, i)) {
        return false;
      }
    }
    return marks > 2;
  }

  /** The bold words at this offset of a line; null if there are none. */
  public static Label label(LogLine line, int from) {
    char mark = from < line.stop ? line.text.charAt(from) : ' ';
    int marks = mark == '*' || mark == '_' ? run(line.text, from, line.stop, mark) : 0;
    if (marks < 2 || marks > 3) {
      return null;
    }
    int close = line.text.indexOf(String.valueOf(mark).repeat(marks), from + marks);
    if (close < 0 || close + marks > line.stop) {
      return null;
    }
    int start = LogLine.skipSpace(line.text, from + marks, close);
    int end = LogLine.trim(line.text, start, close);
    boolean inside = end > start && line.text.charAt(end - 1) == ':';
    end = inside ? LogLine.trim(line.text, start, end - 1) : end;
    int rest = LogLine.skipSpace(line.text, close + marks, line.stop);
    boolean after = !inside && rest < line.stop && line.text.charAt(rest) == ':';
    rest = after ? LogLine.skipSpace(line.text, rest + 1, line.stop) : rest;
    return end == start ? null : new Label(marks, start, end, inside || after, rest);
  }

  /**
   * The end of the text between these offsets without the colon at its end. A text that is only a
   * colon keeps it.
   */
  public static int withoutColon(String text, int start, int end) {
    if (end > start && text.charAt(end - 1) == ':') {
      int shorter = LogLine.trim(text, start, end - 1);
      return shorter > start ? shorter : end;
    }
    return end;
  }

  /** Whether a line of text above a list is the list's title: it ends with a colon. */
  public static boolean isSectionTitle(LogLine line) {
    return !line.blank()
        && withoutColon(line.text, line.start, line.stop) != line.stop
        && line.indent == 0
        && line.text.length() <= LONGEST_TITLE
        && Character.isLetterOrDigit(line.first())
        && bullet(line) < 0
        && FieldLine.of(line, line.start) == null;
  }

  /** Whether a section with this title is a list of links. */
  public static boolean referenceTitle(String title) {
    return title.length() < 20 && REFERENCE_TITLES.contains(title.toLowerCase(Locale.ROOT));
  }

  public static boolean openingQuote(char c) {
    return OPENING_QUOTES.indexOf(c) >= 0;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number of consecutive occurrences of this character. */
  static int run(String text, int from, int to, char c) {
    int i = from;
    while (i < to && text.charAt(i) == c) {
      i++;
    }
    return i - from;
  }

  private static boolean spaceAt(LogLine line, int i) {
    return Character.isWhitespace(line.text.charAt(i));
  }
}
