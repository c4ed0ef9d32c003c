package microstorm.report.log.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import microstorm.report.log.words.Words;

/**
 * Splits and joins lists of names in the forms that people write: {@code Ann, Bob, & Carl}, {@code
 * Ann and Bob}, {@code Ann; Bob}, {@code Ann und Bob}, {@code Ann、Bob}, {@code Ann (PM, remote),
 * Bob}.
 */
public final class Participants {
  private static final String SEPARATORS = ",;&\u3001\uFF0C\uFF1B";
  private static final String OPENING = "([\uFF08\u3010";
  private static final String CLOSING = ")]\uFF09\u3011";
  private static final int LONGEST_AND = 6;
  private static final int MOST_DIGITS = 4;

  private Participants() {}

  /**
   * Splits the text between the offsets: names become values, and the text between them becomes
   * literals.
   */
  public static LineTemplate split(LineTemplate template, String text, int from, int to) {
    int[] closing = closingBrackets(text, from, to);
    int i = from;
    while (i < to) {
      int name = skipSeparators(text, i, to);
      template.literal(text, i, name);
      int end = nameEnd(text, name, to, closing, from);
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

  /** The number of people, if the text between these offsets is only a number; otherwise null. */
  public static Integer number(String text, int from, int to) {
    boolean digits = to > from && to - from <= MOST_DIGITS;
    for (int i = from; digits && i < to; i++) {
      digits = Markup.digit(text.charAt(i));
    }
    return digits ? Integer.valueOf(text.substring(from, to)) : null;
  }

  /**
   * Whether this may be the name of a person: it has a letter or is a number, and is no word such
   * as "all".
   */
  public static boolean isPerson(String name) {
    return (name.codePoints().anyMatch(Character::isLetter)
            || name.codePoints().allMatch(Character::isDigit))
        && !Words.NO_PERSON.contains(Words.lower(name));
  }

  /** Whether the whole text between these offsets is in brackets. */
  public static boolean inBrackets(String text, int from, int to) {
    int kind = to - from < 2 ? -1 : OPENING.indexOf(text.charAt(from));
    return kind >= 0
        && text.charAt(to - 1) == CLOSING.charAt(kind)
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

  /** The end of the name; separators in brackets behind it belong to it. */
  private static int nameEnd(String text, int from, int to, int[] closing, int first) {
    int i = from;
    while (i < to
        && SEPARATORS.indexOf(text.charAt(i)) < 0
        && !(i > from && andAt(text, i, from, to) > 0)) {
      i = i > from && closing[i - first] > 0 ? closing[i - first] + 1 : i + 1;
    }
    return LogLine.trim(text, from, i);
  }

  /** For each character, the offset of the bracket that closes the one there; otherwise 0. */
  private static int[] closingBrackets(String text, int from, int to) {
    int[] closing = new int[to - from];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = from; i < to; i++) {
      if (OPENING.indexOf(text.charAt(i)) >= 0) {
        open.push(i);
      } else if (CLOSING.indexOf(text.charAt(i)) >= 0 && !open.isEmpty()) {
        closing[open.pop() - from] = i;
      }
    }
    return closing;
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
