package microstorm.report.log.markup;

import java.util.List;

/**
 * Splits and joins lists of names in the forms that people write: {@code Ann, Bob, & Carl}, {@code
 * Ann and Bob}, {@code Ann; Bob}.
 */
public final class Participants {
  private static final String AND = "and";

  private Participants() {}

  /**
   * Splits the text between the offsets: names become values, and the text between them becomes
   * literals.
   */
  public static LineTemplate split(LineTemplate template, String text, int from, int to) {
    int i = from;
    while (i < to) {
      int name = skipSeparators(text, i, to);
      template.literal(text, i, name);
      int end = nameEnd(text, name, to);
      if (end > name) {
        template.value(text.substring(name, end));
      }
      i = end;
    }
    return template;
  }

  /** The names in the form that the log uses. */
  public static String join(List<String> names) {
    if (names.size() < 3) {
      return String.join(", ", names);
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + ", & " + names.get(last);
  }

  private static int skipSeparators(String text, int from, int to) {
    int i = from;
    while (i < to) {
      if (separator(text.charAt(i))) {
        i++;
      } else if (andAt(text, i, from, to)) {
        i += AND.length();
      } else {
        break;
      }
    }
    return i;
  }

  private static int nameEnd(String text, int from, int to) {
    int i = from;
    while (i < to && ",;&".indexOf(text.charAt(i)) < 0 && !(i > from && andAt(text, i, from, to))) {
      i++;
    }
    return LogLine.trim(text, from, i);
  }

  /** Whether the word "and" is here, between white space or separators. */
  private static boolean andAt(String text, int i, int from, int to) {
    int end = i + AND.length();
    return text.regionMatches(true, i, AND, 0, AND.length())
        && (i == from || separator(text.charAt(i - 1)))
        && end < to
        && separator(text.charAt(end));
  }

  private static boolean separator(char c) {
    return ",;&".indexOf(c) >= 0 || Character.isWhitespace(c);
  }
}
