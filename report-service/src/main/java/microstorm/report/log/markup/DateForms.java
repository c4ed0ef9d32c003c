package microstorm.report.log.markup;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates in the forms that people write, first in English: {@code May 07, 2020 - Thursday},
 * {@code Saturday, 9 May 2020}, {@code May 9th, 2020}, {@code 2020-05-09}, {@code 09.05.2020} (day
 * first), {@code 05/09/2020} (month first unless that is impossible). {@link OtherDates} has
 * further forms.
 */
public final class DateForms {
  /** The year of a date that is written without one: a leap year. */
  public static final int NO_YEAR = 4;

  public static final String DEFAULT_PATTERN = "MMMM dd, uuuu - EEEE";

  /**
   * A date in a text.
   *
   * @param start the offset of the core, which is the date without the day of the week
   * @param end the offset after the core
   * @param pattern the pattern that yields exactly the core; null if there is none
   * @param weekday the day of the week next to the core; null if there is none
   * @param stop the offset after the whole date
   * @param ambiguous whether day and month could be swapped
   * @param yearless whether no year is written; the date is then in the year {@link #NO_YEAR}
   */
  public record Written(
      LocalDate date,
      int start,
      int end,
      String pattern,
      DayOfWeek weekday,
      int stop,
      boolean ambiguous,
      boolean yearless) {}

  private final DateCursor cursor;
  private boolean ambiguous;

  private DateForms(String text, int from, int to) {
    cursor = new DateCursor(text, from, to);
  }

  /**
   * The date at the beginning of the text between these offsets; empty if there is none or no such
   * day exists.
   */
  public static Optional<Written> read(String text, int from, int to) {
    return read(text, from, to, false);
  }

  /** The same at the beginning of a heading, where a title may follow a date without a year. */
  public static Optional<Written> readFirst(String text, int from, int to) {
    return read(text, from, to, true);
  }

  private static Optional<Written> read(String text, int from, int to, boolean leading) {
    try {
      Optional<Written> written = new DateForms(text, from, to).read();
      return written.isPresent() ? written : OtherDates.read(text, from, to, leading);
    } catch (DateTimeException e) {
      return OtherDates.read(text, from, to, leading);
    }
  }

  public static String format(LocalDate date, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
  }

  private Optional<Written> read() {
    DayOfWeek weekday = weekday();
    cursor.skip(" ,.-\t");
    int start = cursor.at;
    cursor.pattern.setLength(0);
    LocalDate date =
        cursor.at < cursor.to && Markup.digit(cursor.text.charAt(cursor.at))
            ? digitsFirst()
            : monthFirst();
    if (date == null
        || cursor.at < cursor.to && Character.isLetterOrDigit(cursor.text.charAt(cursor.at))) {
      return Optional.empty();
    }
    int end = cursor.at;
    cursor.skip(" ,.-\u2013\u2014(\t");
    DayOfWeek after = weekday();
    if (after != null) {
      cursor.skip(").");
    } else {
      cursor.at = end;
    }
    String exact =
        format(date, cursor.pattern.toString()).equals(cursor.text.substring(start, end))
            ? cursor.pattern.toString()
            : null;
    return Optional.of(
        new Written(
            date, start, end, exact, after == null ? weekday : after, cursor.at, ambiguous, false));
  }

  private LocalDate digitsFirst() {
    int first = cursor.at;
    int a = cursor.number();
    if (cursor.at - first == 4) {
      return yearFirst(a);
    }
    if (cursor.at - first > 2) {
      return null;
    }
    if (cursor.at + 1 < cursor.to
        && "./-".indexOf(cursor.text.charAt(cursor.at)) >= 0
        && Markup.digit(cursor.text.charAt(cursor.at + 1))) {
      return numeric(a, cursor.at - first);
    }
    cursor.pattern.append(cursor.at - first == 2 ? "dd" : "d");
    cursor.literal(cursor.ordinal());
    cursor.literal(cursor.skip(" .,-\t"));
    cursor.literal(cursor.word("of"));
    cursor.literal(cursor.skip(" \t"));
    Month month = month();
    cursor.literal(cursor.skip(" .,-\t"));
    return month == null ? null : year(month.getValue(), a);
  }

  private LocalDate monthFirst() {
    Month month = month();
    cursor.literal(cursor.skip(" .-\t"));
    int first = cursor.at;
    int day = cursor.number();
    if (month == null || cursor.at == first || cursor.at - first > 2) {
      return null;
    }
    cursor.pattern.append(cursor.at - first == 2 ? "dd" : "d");
    cursor.literal(cursor.ordinal());
    cursor.literal(cursor.skip(" ,.-\t"));
    return year(month.getValue(), day);
  }

  private LocalDate yearFirst(int year) {
    char separator = cursor.at < cursor.to ? cursor.text.charAt(cursor.at) : ' ';
    if ("-/.".indexOf(separator) < 0) {
      return null;
    }
    cursor.at++;
    int first = cursor.at;
    int month = cursor.number();
    String monthPattern = cursor.at - first == 2 ? "MM" : "M";
    if (cursor.at == first
        || cursor.at >= cursor.to
        || cursor.text.charAt(cursor.at) != separator) {
      return null;
    }
    int second = ++cursor.at;
    int day = cursor.number();
    cursor.pattern.append("uuuu").append(separator).append(monthPattern).append(separator);
    cursor.pattern.append(cursor.at - second == 2 ? "dd" : "d");
    return cursor.at == second ? null : LocalDate.of(year, month, day);
  }

  private LocalDate numeric(int a, int width) {
    char separator = cursor.text.charAt(cursor.at++);
    int first = cursor.at;
    int b = cursor.number();
    int secondWidth = cursor.at - first;
    if (cursor.at >= cursor.to || cursor.text.charAt(cursor.at) != separator) {
      return null;
    }
    cursor.at++;
    boolean dayFirst = separator == '.' || a > 12;
    ambiguous = separator != '.' && a <= 12 && b <= 12 && a != b;
    cursor.pattern.append((dayFirst ? "d" : "M").repeat(width)).append(separator);
    cursor
        .pattern
        .append((dayFirst ? "M" : "d").repeat(Math.min(secondWidth, 2)))
        .append(separator);
    return dayFirst ? year(b, a) : year(a, b);
  }

  private LocalDate year(int month, int day) {
    int first = cursor.at;
    int year = cursor.number();
    cursor.pattern.append("uuuu");
    return cursor.at - first == 4 ? LocalDate.of(year, month, day) : null;
  }

  private Month month() {
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      if (!cursor.word(full).isEmpty()) {
        cursor.pattern.append("MMMM");
        return month;
      }
      if (month == Month.SEPTEMBER && !cursor.word("Sept").isEmpty()
          || !cursor.word(full.substring(0, 3)).isEmpty()) {
        cursor.pattern.append("MMM");
        return month;
      }
    }
    return null;
  }

  private DayOfWeek weekday() {
    for (DayOfWeek day : DayOfWeek.values()) {
      String full = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      for (int length : new int[] {full.length(), 5, 4, 3}) {
        if (!cursor.word(full.substring(0, Math.min(length, full.length()))).isEmpty()) {
          return day;
        }
      }
    }
    return null;
  }
}
