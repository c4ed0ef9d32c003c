package microstorm.report.log.start;

import microstorm.report.log.markup.DateForms.Written;
import microstorm.report.log.words.Words;

/**
 * The number next to a word for a session, such as 12 in "Sprint 12".
 *
 * @param value null if there is none
 * @param session whether there is such a word
 */
record SessionNumber(Integer value, boolean session) {
  private static final int LONGEST_WORD = 24;

  static SessionNumber in(String text, int start, int to, Written date) {
    boolean session = false;
    for (int i = start; i < to; i++) {
      int wordEnd = i;
      while (wordEnd < to && Character.isLetter(text.charAt(wordEnd))) {
        wordEnd++;
      }
      if (wordEnd > i) {
        if (wordEnd - i <= LONGEST_WORD && isSession(text.substring(i, wordEnd))) {
          session = true;
          Integer after = after(text, wordEnd, to, date);
          Integer number = after == null ? before(text, start, i, date) : after;
          if (number != null) {
            return new SessionNumber(number, true);
          }
        }
        i = wordEnd;
      }
    }
    return new SessionNumber(null, session);
  }

  /** A compound such as "Teamsitzung" or "第3回定例会議" ends with the word, too. */
  private static boolean isSession(String written) {
    String word = Words.lower(written);
    if (Words.SESSION.contains(word)) {
      return true;
    }
    boolean ideographs = word.codePoints().anyMatch(Character::isIdeographic);
    for (int i = 1; i < word.length() - (ideographs ? 1 : 4); i++) {
      if (Words.SESSION.contains(word.substring(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text is only the word and the number. */
  boolean isAll(String text) {
    return value != null
        && Words.SESSION.contains(Words.lower(text.replaceAll("[\\d#.:\u00b0\u00ba\\s-]", "")));
  }

  private static Integer after(String text, int from, int to, Written date) {
    int i = from;
    while (i < to
        && i - from < 8
        && " \t\u3000#:\uFF1A-\u2013\u2014.\u00b0\u00ba\u7b2c".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    for (String word : new String[] {"no", "nr", "number", "nº", "n"}) {
      int end = i + word.length();
      if (i > from
          && text.regionMatches(true, i, word, 0, word.length())
          && end < to
          && !Character.isLetter(text.charAt(end))) {
        i = end;
        while (i < to && i - end < 4 && " .:#\u00b0".indexOf(text.charAt(i)) >= 0) {
          i++;
        }
        break;
      }
    }
    return number(text, i, to, date);
  }

  /** As in "3. Sitzung", "12th meeting" and "第3回会議". */
  private static Integer before(String text, int start, int word, Written date) {
    int i = word;
    while (i > start && word - i < 6 && !digit(text.charAt(i - 1))) {
      i--;
    }
    String between = text.substring(i, word).strip();
    int first = i;
    while (first > start && i - first < 6 && digit(text.charAt(first - 1))) {
      first--;
    }
    boolean alone =
        first == start
            || !Character.isLetterOrDigit(text.charAt(first - 1))
            || text.charAt(first - 1) == '\u7b2c';
    boolean ordinal =
        between.matches("\\.|st|nd|rd|th|[\u00ba\u00aa]|er|e|\u00e8me|\\.?a|\u56de|\u6b21");
    boolean counted =
        between.isEmpty() && "\u56de\u6b21\u5c4a\u671f".indexOf(text.charAt(word)) >= 0;
    return (ordinal || counted) && alone && first < i ? number(text, first, i, date) : null;
  }

  private static Integer number(String text, int from, int to, Written date) {
    int end = from;
    while (end < to && digit(text.charAt(end))) {
      end++;
    }
    boolean inDate = date != null && from < date.stop() && end > date.start();
    boolean separate =
        end == to
            || !Character.isLetter(text.charAt(end))
            || Character.isIdeographic(text.charAt(end));
    if (end == from || end - from > 6 || inDate || !separate) {
      return null;
    }
    int number = Integer.parseInt(text.substring(from, end));
    boolean year = number >= 1900 && number < 2100;
    return year ? null : number;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
