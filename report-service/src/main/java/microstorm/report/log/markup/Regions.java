package microstorm.report.log.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds the lines inside fenced code and HTML comments, in which nothing is markup.
 *
 * <p>A fence without a closing mark ends with its session, and such a comment with its line, so
 * that neither hides the rest of the log.
 */
public final class Regions {
  private final List<LogLine> lines;

  /** For each line: the last line of the region that begins there, or -1. */
  private final int[] endOf;

  private final boolean[] inside;

  /**
   * The opening mark of a region: {@code c} three or more times, or {@code <!--}, whose length is
   * 0.
   */
  private record Opener(char c, int length) {}

  private final Predicate<LogLine> startsSession;
  private final List<Integer> unclosed = new ArrayList<>();

  /** The regions of a log whose sessions begin with headings of its own grammar. */
  public Regions(List<LogLine> lines) {
    this(lines, line -> SessionHeading.of(line) != null);
  }

  /**
   * The regions of a log.
   *
   * @param startsSession whether a session may begin at a line, which ends a fence without a
   *     closing mark
   */
  public Regions(List<LogLine> lines, Predicate<LogLine> startsSession) {
    this.lines = lines;
    this.startsSession = startsSession;
    this.endOf = new int[lines.size()];
    this.inside = new boolean[lines.size()];
    find();
  }

  /** The last line of the region that begins at this line; -1 if none begins here. */
  public int endOf(int line) {
    return endOf[line];
  }

  /** Whether this line is inside a region, after its first line. */
  public boolean inside(int line) {
    return inside[line];
  }

  /** The lines of fences without a closing mark that a later session ends, in order. */
  public List<Integer> unclosed() {
    return unclosed;
  }

  private void find() {
    int[] backticks = longestCloserFrom('`');
    int[] tildes = longestCloserFrom('~');
    int[] comments = longestCloserFrom('<');
    for (int i = 0; i < lines.size(); i++) {
      Opener opener = opener(lines.get(i));
      endOf[i] = -1;
      if (opener != null) {
        int[] closers = opener.c() == '`' ? backticks : opener.c() == '~' ? tildes : comments;
        int end = closers[i + 1] >= opener.length() ? closer(i + 1, opener) : unclosed(i, opener);
        endOf[i] = end;
        for (int j = i + 1; j <= end; j++) {
          inside[j] = true;
          endOf[j] = -1;
        }
        i = end;
      }
    }
  }

  /**
   * For each line, the longest closing mark from that line to the end of the log; -1 if there is
   * none.
   */
  private int[] longestCloserFrom(char c) {
    int[] longest = new int[lines.size() + 1];
    longest[lines.size()] = -1;
    for (int i = lines.size() - 1; i >= 0; i--) {
      longest[i] = Math.max(longest[i + 1], closing(lines.get(i), c));
    }
    return longest;
  }

  private int closer(int from, Opener opener) {
    int i = from;
    while (closing(lines.get(i), opener.c()) < opener.length()) {
      i++;
    }
    return i;
  }

  private int unclosed(int from, Opener opener) {
    if (opener.c() == '<') {
      return from;
    }
    int i = from + 1;
    while (i < lines.size() && !startsSession.test(lines.get(i))) {
      i++;
    }
    if (i < lines.size()) {
      unclosed.add(from);
    }
    return i - 1;
  }

  private static int closing(LogLine line, char c) {
    if (c == '<') {
      return line.text.contains("-->") ? 0 : -1;
    }
    int length = Markup.run(line.text, line.start, line.stop, c);
    return length >= 3 && line.start + length == line.stop ? length : -1;
  }

  /** Whether a region begins with this line. */
  static boolean opens(LogLine line) {
    return opener(line) != null;
  }

  private static Opener opener(LogLine line) {
    if (line.blank()) {
      return null;
    }
    int bullet = Markup.bullet(line);
    int from = bullet < 0 ? line.start : bullet;
    if (from == line.stop) {
      return null;
    }
    char c = line.text.charAt(from);
    if (c == '<') {
      return line.text.startsWith("<!--", from) && !line.text.contains("-->")
          ? new Opener(c, 0)
          : null;
    }
    int length = c == '`' || c == '~' ? Markup.run(line.text, from, line.stop, c) : 0;
    boolean code = c == '`' && line.text.indexOf('`', from + length) >= 0;
    return length < 3 || code ? null : new Opener(c, length);
  }
}
