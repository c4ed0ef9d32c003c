package microstorm.report.log.start;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.log.markup.DateForms;
import microstorm.report.log.markup.DateForms.Written;
import microstorm.report.log.words.Words;

/**
 * The words of a heading: a date, a number and a title. All offsets are those of its line.
 *
 * @param date null if there is none
 * @param number the number of the session, as in "Sprint 12"; null if there is none
 * @param session whether it has a word for a session, such as "meeting"
 * @param titleStart the offset of the title, which is the longer of the texts around the date
 * @param titleEnd equal to the start if there is no title
 * @param otherStart the offset of the shorter text, or of a time of day behind the date
 * @param otherEnd equal to the start if there is none
 */
public record HeadingWords(
    Written date,
    Integer number,
    boolean session,
    int titleStart,
    int titleEnd,
    int otherStart,
    int otherEnd) {

  private static final int LONGEST = 500;
  private static final int LONGEST_TIME = 60;
  private static final String CLOCK =
      "(?:(?:[01]?\\d|2[0-4])(?:[:.h][0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?\\s?(?:am|pm|uhr)?"
          + "|\\s?(?:am|pm|uhr|h)))";

  /** A time of day or two behind a date, with its zone. */
  private static final Pattern TIME =
      Pattern.compile(
          "[T@]?(?:(?:"
              + CLOCK
              + "|\\d{1,2})\\s?[-\u2010-\u2015]\\s?)?"
              + CLOCK
              + "(?:\\s?(?:Z|UTC|GMT|CES?T|[+-]\\d{2}:?\\d{2}))?(?![\\p{L}\\d.]|[,:]\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final String SEPARATORS =
      " \t\u00a0\u3000-\u2010\u2011\u2012\u2013\u2014\u2015:\uFF1A,;|/@\u00b7*_.()[]\uFF08\uFF09";
  private static final String OPENING = "-\u2013\u2014:,|/([@\uFF08\uFF1A\u00b7*_";

  /** The words between these offsets of a line. */
  public static HeadingWords of(String text, int start, int end) {
    Written date = date(text, start, end);
    SessionNumber number = SessionNumber.in(text, start, Math.min(end, start + LONGEST), date);
    if (date == null) {
      return new HeadingWords(null, number.value(), number.session(), start, end, end, end);
    }
    int beforeEnd =
        withoutPreposition(text, start, back(text, start, dateStart(text, start, date)));
    int afterStart = Math.min(end, forward(text, date.stop(), end));
    boolean bracket = afterStart < end && "([\uFF08".indexOf(text.charAt(afterStart)) >= 0;
    int timeStart = bracket ? afterStart + 1 : afterStart;
    int timeEnd = timeEnd(text, timeStart, end);
    boolean timed = timeEnd > timeStart;
    int before = beforeEnd - start;
    int titleStart = timed ? Math.min(end, forward(text, timeEnd, end)) : afterStart;
    boolean onlyNumber = end > titleStart && number.isAll(text.substring(start, beforeEnd));
    if (onlyNumber || timed && before == 0) {
      return new HeadingWords(
          date, number.value(), number.session(), titleStart, end, timeStart, timeEnd);
    }
    return timed || before >= end - afterStart
        ? new HeadingWords(
            date, number.value(), number.session(), start, beforeEnd, afterStart, end)
        : new HeadingWords(
            date, number.value(), number.session(), afterStart, end, start, beforeEnd);
  }

  /** The offset after a time of day at this offset; the same offset if there is none. */
  private static int timeEnd(String text, int from, int end) {
    Matcher time = TIME.matcher(text).region(from, Math.min(end, from + LONGEST_TIME));
    return time.lookingAt() ? time.end() : from;
  }

  /**
   * The words of the title that follows the number in a heading of the log's own grammar. A date in
   * it is one only at its beginning, or at its end after a separator.
   */
  public static HeadingWords ofTitle(String text, int start, int end) {
    HeadingWords words = of(text, start, end);
    Written date = words.date();
    if (date == null || date.yearless()) {
      return null;
    }
    int before = back(text, start, dateStart(text, start, date));
    int gap = before;
    while (gap < date.start() && OPENING.indexOf(text.charAt(gap)) < 0) {
      gap++;
    }
    boolean first = before == start;
    boolean last = forward(text, date.stop(), end) >= end && gap < date.start();
    return first || last ? words : null;
  }

  /** Whether there is a date. */
  public boolean dated() {
    return date != null;
  }

  /** Whether there are no words before the date, except for its weekday or a number. */
  boolean beginsWithDate() {
    return dated()
        && (titleEnd == titleStart || titleStart >= date.stop())
        && (otherEnd == otherStart || otherStart >= date.stop());
  }

  /** Whether there is a number next to a word for a session. */
  public boolean numbered() {
    return session && number != null;
  }

  /** Of several dates, the first one with a year of four digits, or otherwise the first one. */
  private static Written date(String text, int start, int end) {
    Written found = null;
    boolean first = true;
    int to = Math.min(end, start + LONGEST);
    for (int i = start; i < to; i++) {
      if (!begins(text, start, i)) {
        continue;
      }
      Optional<Written> date =
          first ? DateForms.readFirst(text, i, to) : DateForms.read(text, i, to);
      first = false;
      if (date.isPresent()) {
        Written written = date.get();
        if (!written.yearless()
            && text.substring(written.start(), written.end()).matches(".*\\d{4}.*")) {
          return written;
        }
        found = found == null || found.yearless() && !written.yearless() ? written : found;
        i = Math.max(i, written.stop() - 1);
      }
    }
    return found;
  }

  /** Whether a date may begin here: with a digit or letter after something else. */
  private static boolean begins(String text, int start, int i) {
    char c = text.charAt(i);
    if (!Character.isLetterOrDigit(c)) {
      return false;
    }
    if (i == start) {
      return true;
    }
    char previous = text.charAt(i - 1);
    boolean joined =
        Character.isDigit(c)
            ? Character.isLetterOrDigit(previous)
                    && Character.UnicodeScript.of(previous) == Character.UnicodeScript.LATIN
                || Character.isDigit(previous)
            : Character.isLetterOrDigit(previous);
    return !joined;
  }

  /** The offset of the date with the day of the week before it. */
  private static int dateStart(String text, int start, Written date) {
    int i = date.start();
    int word = back(text, start, i);
    int first = word;
    while (first > start && Character.isLetter(text.charAt(first - 1))) {
      first--;
    }
    return date.weekday() != null
            && first < word
            && Words.WEEKDAYS.containsKey(Words.lower(text.substring(first, word)))
        ? first
        : i;
  }

  private static int withoutPreposition(String text, int start, int end) {
    int first = end;
    while (first > start && Character.isLetter(text.charAt(first - 1))) {
      first--;
    }
    return first > start
            && first < end
            && Words.BEFORE_DATE.contains(Words.lower(text.substring(first, end)))
        ? back(text, start, first)
        : end;
  }

  private static int back(String text, int start, int from) {
    int i = from;
    while (i > start
        && SEPARATORS.indexOf(text.charAt(i - 1)) >= 0
        && ")]\uFF09".indexOf(text.charAt(i - 1)) < 0) {
      i--;
    }
    return i;
  }

  private static int forward(String text, int from, int end) {
    int i = from;
    while (i < end
        && SEPARATORS.indexOf(text.charAt(i)) >= 0
        && (i == from || "([\uFF08".indexOf(text.charAt(i)) < 0)) {
      i++;
    }
    return i;
  }
}
