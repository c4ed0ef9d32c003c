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
 * Reads dates in the forms that people write in English: {@code May 07, 2020 - Thursday}, {@code
 * Saturday, 9 May 2020}, {@code May 9th, 2020}, {@code 2020-05-09}, {@code 09.05.2020} (day first),
 * {@code 05/09/2020} (month first unless that is impossible).
 */
public final class DateForms extends DateCursor {
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
   */
  public record Written(
      LocalDate date,
      int start,
      int end,
      String pattern,
      DayOfWeek weekday,
      int stop,
      boolean ambiguous) {}

  private boolean ambiguous;

  private DateForms(String text, int from, int to) {
    super(text, from, to);
  }

  /**
   * The date at the beginning of the text between these offsets; empty if there is none or no such
   * day exists.
   */
  public static Optional<Written> read(String text, int from, int to) {
    try {
      return new DateForms(text, from, to).read();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public static String format(LocalDate date, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(date);
  }

  private Optional<Written> read() {
    DayOfWeek weekday = weekday();
    skip(" ,.-\t");
    int start = at;
    pattern.setLength(0);
    LocalDate date = at < to && Markup.digit(text.charAt(at)) ? digitsFirst() : monthFirst();
    if (date == null || at < to && Character.isLetterOrDigit(text.charAt(at))) {
      return Optional.empty();
    }
    int end = at;
    skip(" ,.-\u2013\u2014(\t");
    DayOfWeek after = weekday();
    if (after != null) {
      skip(").");
    } else {
      at = end;
    }
    String exact =
        format(date, pattern.toString()).equals(text.substring(start, end))
            ? pattern.toString()
            : null;
    return Optional.of(
        new Written(date, start, end, exact, after == null ? weekday : after, at, ambiguous));
  }

  private LocalDate digitsFirst() {
    int first = at;
    int a = number();
    if (at - first == 4) {
      return yearFirst(a);
    }
    if (at - first > 2) {
      return null;
    }
    if (at + 1 < to && "./-".indexOf(text.charAt(at)) >= 0 && Markup.digit(text.charAt(at + 1))) {
      return numeric(a, at - first);
    }
    pattern.append(at - first == 2 ? "dd" : "d");
    literal(ordinal());
    literal(skip(" .,-\t"));
    literal(word("of"));
    literal(skip(" \t"));
    Month month = month();
    literal(skip(" .,-\t"));
    return month == null ? null : year(month.getValue(), a);
  }

  private LocalDate monthFirst() {
    Month month = month();
    literal(skip(" .-\t"));
    int first = at;
    int day = number();
    if (month == null || at == first || at - first > 2) {
      return null;
    }
    pattern.append(at - first == 2 ? "dd" : "d");
    literal(ordinal());
    literal(skip(" ,.-\t"));
    return year(month.getValue(), day);
  }

  private LocalDate yearFirst(int year) {
    char separator = at < to ? text.charAt(at) : ' ';
    if ("-/.".indexOf(separator) < 0) {
      return null;
    }
    at++;
    int first = at;
    int month = number();
    String monthPattern = at - first == 2 ? "MM" : "M";
    if (at == first || at >= to || text.charAt(at) != separator) {
      return null;
    }
    int second = ++at;
    int day = number();
    pattern.append("uuuu").append(separator).append(monthPattern).append(separator);
    pattern.append(at - second == 2 ? "dd" : "d");
    return at == second ? null : LocalDate.of(year, month, day);
  }

  private LocalDate numeric(int a, int width) {
    char separator = text.charAt(at++);
    int first = at;
    int b = number();
    int secondWidth = at - first;
    if (at >= to || text.charAt(at) != separator) {
      return null;
    }
    at++;
    boolean dayFirst = separator == '.' || a > 12;
    ambiguous = separator != '.' && a <= 12 && b <= 12 && a != b;
    pattern.append((dayFirst ? "d" : "M").repeat(width)).append(separator);
    pattern.append((dayFirst ? "M" : "d").repeat(Math.min(secondWidth, 2))).append(separator);
    return dayFirst ? year(b, a) : year(a, b);
  }

  private LocalDate year(int month, int day) {
    int first = at;
    int year = number();
    pattern.append("uuuu");
    return at - first == 4 ? LocalDate.of(year, month, day) : null;
  }

  private Month month() {
    for (Month month : Month.values()) {
      String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      if (!word(full).isEmpty()) {
        pattern.append("MMMM");
        return month;
      }
      if (month == Month.SEPTEMBER && !word("Sept").isEmpty()
          || !word(full.substring(0, 3)).isEmpty()) {
        pattern.append("MMM");
        return month;
      }
    }
    return null;
  }

  private DayOfWeek weekday() {
    for (DayOfWeek day : DayOfWeek.values()) {
      String full = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      for (int length : new int[] {full.length(), 5, 4, 3}) {
        if (!word(full.substring(0, Math.min(length, full.length()))).isEmpty()) {
          return day;
        }
      }
    }
    return null;
  }
}
