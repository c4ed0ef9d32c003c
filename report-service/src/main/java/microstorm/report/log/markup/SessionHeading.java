package microstorm.report.log.markup;

import java.util.List;

/**
 * The heading at the beginning of a session: {@code ### Session : 1}, {@code # Session 4 - Foo},
 * {@code ## SESSION No. 12}.
 *
 * @param level the level of the heading, 1 to 6
 * @param number null if there is none
 * @param numberStart the offset of its digits, after leading zeros
 * @param numberEnd the offset after the digits
 * @param titleStart the offset of the words after the number
 * @param titleEnd the offset after these words; equal to the start if there are none
 */
public record SessionHeading(
    int level, Integer number, int numberStart, int numberEnd, int titleStart, int titleEnd) {
  private static final String WORD = "session";
  private static final int MAX_DIGITS = 9;

  /** The session heading on this line; null if there is none. */
  public static SessionHeading of(LogLine line) {
    if (line.blank() || line.first() != '#') {
      return null;
    }
    Markup.Heading heading = Markup.heading(line);
    if (heading == null) {
      return null;
    }
    int marks = emphasis(line.text, heading.start(), heading.end());
    int word = heading.start() + marks;
    if (!line.text.regionMatches(true, word, WORD, 0, WORD.length())) {
      return null;
    }
    int end = heading.end();
    if (marks > 0 && end - marks > word && emphasis(line.text, end - marks, end) == marks) {
      end = LogLine.trim(line.text, word, end - marks);
      marks = 0;
    }
    return new Reader(line.text, heading.level(), marks, end).read(word + WORD.length());
  }

  private static int emphasis(String text, int from, int to) {
    int marks = Math.max(Markup.run(text, from, to, '*'), Markup.run(text, from, to, '_'));
    return marks <= 3 ? marks : 0;
  }

  /** Reads the text after the word. */
  private record Reader(String text, int level, int marks, int end) {

    SessionHeading read(int from) {
      if (from < end
          && ":#.-\u2013\u2014*_".indexOf(text.charAt(from)) < 0
          && !space(from)
          && !digit(from)) {
        return null;
      }
      int i = skipNumberWord(skipSeparators(from));
      if (i == end) {
        return new SessionHeading(level, null, end, end, end, end);
      }
      if (digit(i)) {
        return numbered(i);
      }
      return separated(from, i) ? new SessionHeading(level, null, i, i, i, end) : null;
    }

    private SessionHeading numbered(int from) {
      int to = from;
      while (to < end && digit(to)) {
        to++;
      }
      boolean separate =
          to == end
              || !Character.isLetterOrDigit(text.charAt(to)) && !(to + 1 < end && digit(to + 1));
      if (!separate || to - from > MAX_DIGITS) {
        return new SessionHeading(level, null, from, from, from, end);
      }
      int first = from;
      while (first < to - 1 && text.charAt(first) == '0') {
        first++;
      }
      Integer number = Integer.valueOf(text.substring(first, to));
      return new SessionHeading(level, number, first, to, skipSeparators(to), end);
    }

    private int skipSeparators(int from) {
      int i = from;
      while (i < end
          && (space(i)
              || ":#.-\u2013\u2014,;|".indexOf(text.charAt(i)) >= 0
              || closesEmphasis(i))) {
        i += closesEmphasis(i) ? marks : 1;
      }
      return Math.min(i, end);
    }

    private boolean closesEmphasis(int i) {
      return marks > 0 && emphasis(text, i, end) == marks;
    }

    private int skipNumberWord(int from) {
      for (String word : List.of("number", "no", "nr")) {
        int i = from + word.length();
        if (text.regionMatches(true, from, word, 0, word.length())
            && i < end
            && !Character.isLetter(text.charAt(i))) {
          int number = skipSeparators(i);
          return number < end && digit(number) ? number : from;
        }
      }
      return from;
    }

    /** Whether there is a colon, or a dash or dot followed by a space, between the offsets. */
    private boolean separated(int from, int to) {
      for (int i = from; i < to; i++) {
        if (text.charAt(i) == ':'
            || ".-\u2013\u2014".indexOf(text.charAt(i)) >= 0 && space(i + 1)) {
          return true;
        }
      }
      return false;
    }

    private boolean space(int i) {
      return Character.isWhitespace(text.charAt(i));
    }

    private boolean digit(int i) {
      return Markup.digit(text.charAt(i));
    }
  }
}
