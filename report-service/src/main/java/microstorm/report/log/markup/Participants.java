package microstorm.report.log.markup;

import java.util.List;
import microstorm.report.log.words.Words;

/**
 * Splits and joins lists of names in the forms that people write: {@code Ann, Bob, & Carl}, {@code
 * Ann and Bob}, {@code Ann; Bob}, {@code Ann und Bob}, {@code Ann、Bob}.
 */
public final class Participants {
  private static final String SEPARATORS = ",;&\u3001\uFF0C\uFF1B";
  private static final int LONGEST_AND = 6;

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

  /** Whether the whole text between these offsets is in brackets. */
  public static boolean inBrackets(String text, int from, int to) {
    int kind = to - from < 2 ? -1 : "([\uFF08\u3010".indexOf(text.charAt(from));
    return kind >= 0
        && text.charAt(to - 1) == ")]\uFF09\u3011".charAt(kind)
        && text.indexOf(text.charAt(to - 1), from) == to - 1;
  }

  private static int skipSeparators(String text, int from, int to) {
    int i = from;
    while (i < to) {
      if (separator(text.charAt(i))) {
        i++;
      } else if (andAt(text, i, from, to) > 0) {
        i += andAt(text, i, from, to);
      } else {
        break;
      }
    }
    return i;
  }

  private static int nameEnd(String text, int from, int to) {
    int i = from;
    while (i < to
        && SEPARATORS.indexOf(text.charAt(i)) < 0
        && !(i > from && andAt(text, i, from, to) > 0)) {
      i++;
    }
    return LogLine.trim(text, from, i);
  }

  /** The length of a word such as "and" here, between white space or separators; 0 without one. */
  private static int andAt(String text, int i, int from, int to) {
    if (i > from && !separator(text.charAt(i - 1))) {
      return 0;
    }
    int end = i;
    while (end < to && end - i <= LONGEST_AND && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end > i
            && end < to
            && separator(text.charAt(end))
            && Words.AND.contains(Words.lower(text.substring(i, end)))
        ? end - i
        : 0;
  }

  private static boolean separator(char c) {
    return SEPARATORS.indexOf(c) >= 0 || Character.isWhitespace(c);
  }
}
