package microstorm.report.log.markup;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import microstorm.report.log.markup.DateForms.Written;
import microstorm.report.log.words.Words;

/**
 * Reads dates in the forms that {@link DateForms} does not know: in other languages, within
 * emphasis or a link, with a year of two digits or without a year. It looks at no more than the
 * first {@value #LONGEST} characters.
 */
final class OtherDates {
  private static final int LONGEST = 80;
  private static final String DASH = "[-./\u2010-\u2015\u2212]";

  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          "(?:(?<y>\\d{4})\\s?[年년]\\s?)?(?<m>\\d{1,2})\\s?[月월]\\s?(?<d>\\d{1,2})\\s?[日号號일]?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<y>\\d{4})(?<s>" + DASH + ")(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})");
  private static final Pattern COMPACT =
      Pattern.compile("(?<y>(?:19|20)\\d\\d)(?<m>[01]\\d)(?<d>[0-3]\\d)");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "(?<a>\\d{1,2})(?<s>"
              + DASH
              + ")\\s?(?<b>\\d{1,2})\\k<s>\\s?['\u2019]?(?<y>\\d{4}|\\d{2})");
  private static final Pattern DAY_AND_MONTH =
      Pattern.compile("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.");
  private static final Pattern SLASHED =
      Pattern.compile("(?<a>\\d{1,2})/(?<b>\\d{1,2})(?![\\d/.])");

  /** What separates a date without a year from the title behind it. */
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "[*_]{0,3}\\s{0,3}[:\uFF1A|,;(\uFF08)\\]]|\\s{1,3}[-\u2010-\u2015](?=\\s)"
              + "|[-\u2010-\u2015](?=\\s?\\d)|\\s{1,3}\\d{1,2}[:h]\\d{2}");

  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<d>\\d{1,2})(?:st|nd|rd|th|er|º|ª)?[\\s.,-]{0,3}(?:(?<of>de|of|di|do|d['\u2019])\\s{0,2})?"
              + "(?<name>\\p{L}{3,20})\\.?"
              + "(?:[\\s,-]{0,3}(?:(?:del|de|do|of)\\s{1,2})?(?<q>['\u2019]?)(?<y>\\d{4}|\\d{2}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(?<name>\\p{L}{3,20})\\.?[\\s-]{0,3}(?<d>\\d{1,2})(?:st|nd|rd|th)?"
              + "(?:[\\s,-]{1,3}(?<q>['\u2019]?)(?<y>\\d{4}|\\d{2}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKS = Pattern.compile("[*_\\[(\"'`\u00AB\u201C\uFF08\\s]{0,6}");
  private static final Pattern WORD = Pattern.compile("([\\p{L}][\\p{L}-]{0,18})[.,:]?[\\s,]{0,3}");
  private static final Pattern TIME = Pattern.compile("T(?=\\d\\d:?\\d\\d)");
  private static final Pattern AFTER =
      Pattern.compile("[\\s,]{0,2}[(\uFF08\\[]([\\p{L}]{1,12})[.]?[)\uFF09\\]]");
  private static final Pattern CLOSING =
      Pattern.compile("[*_\\])\"'`\u00BB\u201D\uFF09]{1,6}(?:\\([^\\s()]{0,60}\\))?");

  private final String text;
  private final int offset;
  private final boolean leading;
  private int at;
  private DayOfWeek weekday;
  private boolean ambiguous;
  private boolean yearless;

  private OtherDates(String text, int offset, boolean leading) {
    this.text = text;
    this.offset = offset;
    this.leading = leading;
  }

  /**
   * The date at the beginning of the text between these offsets.
   *
   * @param leading whether a heading begins with it, so that a date without a year may have a title
   *     behind it
   */
  static Optional<Written> read(String text, int from, int to, boolean leading) {
    try {
      String part = text.substring(from, Math.min(to, from + LONGEST));
      return new OtherDates(part, from, leading).read();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Written> read() {
    Matcher marks = at(MARKS);
    boolean marked = marks != null && !marks.group().isBlank();
    int words = at;
    skipWords();
    int start = at;
    LocalDate date = date();
    if (date == null && weekday != null) {
      start = words;
      date = withoutWeekday(words);
    }
    if (date == null || at < text.length() && continues()) {
      return Optional.empty();
    }
    int end = at;
    Matcher after = at(AFTER);
    if (after != null) {
      Integer day = Words.WEEKDAYS.get(Words.lower(after.group(1)));
      weekday = day == null ? weekday : DayOfWeek.of(day);
      at = day == null ? end : at;
    }
    if (marked) {
      at(CLOSING);
    }
    return Optional.of(
        new Written(
            date, offset + start, offset + end, null, weekday, offset + at, ambiguous, yearless));
  }

  /** The date after what seemed to be a weekday: "Mar" is one in French, and a month. */
  private LocalDate withoutWeekday(int from) {
    at = from;
    weekday = null;
    return date();
  }

  /** Skips an article, a preposition and the day of the week. */
  private void skipWords() {
    for (int i = 0; i < 3; i++) {
      int before = at;
      Matcher word = at(WORD);
      if (word == null) {
        return;
      }
      String name = Words.lower(word.group(1));
      Integer day = Words.WEEKDAYS.get(name);
      if (day != null && weekday == null) {
        weekday = DayOfWeek.of(day);
      } else if (!Words.BEFORE_DATE.contains(name)) {
        at = before;
        return;
      }
    }
  }

  private LocalDate date() {
    for (Pattern form : new Pattern[] {EAST_ASIAN, YEAR_FIRST, COMPACT}) {
      Matcher found = at(form);
      if (found != null) {
        return of(found.group("y"), number(found, "m"), number(found, "d"));
      }
    }
    Matcher numbers = at(NUMBERS);
    if (numbers != null) {
      return numeric(numbers, numbers.group("y"));
    }
    Matcher dayAndMonth = at(DAY_AND_MONTH);
    if (dayAndMonth != null && (ends() || text.charAt(at) == ')' || leads(dayAndMonth))) {
      return of(null, number(dayAndMonth, "m"), number(dayAndMonth, "d"));
    }
    at = dayAndMonth == null ? at : dayAndMonth.start();
    int before = at;
    Matcher slashed = leading ? at(SLASHED) : null;
    if (slashed != null && (ends() || separated())) {
      return numeric(slashed, null);
    }
    at = before;
    for (Pattern form : new Pattern[] {DAY_FIRST, MONTH_FIRST}) {
      Matcher found = at(form);
      if (found != null) {
        Integer month = Words.MONTHS.get(Words.lower(found.group("name")));
        if (month != null) {
          return named(found, month);
        }
      }
      at = before;
    }
    return null;
  }

  /** A year of two digits needs an apostrophe or the end of the text, as in "May 9, 20 people". */
  private LocalDate named(Matcher found, int month) {
    String year = found.group("y");
    boolean doubtful = year != null && year.length() == 2 && found.group("q").isEmpty() && !ends();
    if (doubtful) {
      at = found.start("q");
      while (at > 0 && " ,-\t".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
      year = null;
    }
    String name = found.group("name");
    boolean clear = leading && separated() && !Words.NOT_MONTH.contains(Words.lower(name));
    boolean abbreviated = name.length() < 4 && month != 5 && weekday == null && !ends() && !clear;
    return year == null && abbreviated ? null : of(year, month, number(found, "d"));
  }

  private boolean ends() {
    return text.substring(at).isBlank();
  }

  /**
   * Whether a heading begins with this day and month, such as "15.03. Retro". The number of a
   * section, such as "3.12. Costs", has no zero, and only the last chapters have numbers above
   * twelve.
   */
  private boolean leads(Matcher found) {
    boolean date =
        weekday != null
            || found.group("m").startsWith("0")
            || found.group("d").length() == 2 && found.group("m").length() == 2
            || number(found, "d") > 12;
    return leading && (date ? separated() || Character.isWhitespace(text.charAt(at)) : colon());
  }

  private boolean colon() {
    return ":\uFF1A".indexOf(text.charAt(at)) >= 0;
  }

  private boolean separated() {
    return SEPARATOR.matcher(text).region(at, text.length()).lookingAt();
  }

  /** Day and month as numbers; only points show that the day comes first. */
  private LocalDate numeric(Matcher found, String year) {
    int a = number(found, "a");
    int b = number(found, "b");
    boolean dots = year != null && found.group("s").equals(".");
    boolean dayFirst = dots || a > 12;
    ambiguous = !dots && a <= 12 && b <= 12 && a != b;
    return dayFirst ? of(year, b, a) : of(year, a, b);
  }

  /** A date without a year is in a leap year until {@link DateForms} finds its year. */
  private LocalDate of(String year, int month, int day) {
    yearless = year == null;
    int number = yearless ? DateForms.NO_YEAR : Integer.parseInt(year);
    return LocalDate.of(!yearless && year.length() == 2 ? 2000 + number : number, month, day);
  }

  private boolean continues() {
    char next = text.charAt(at);
    return Character.isLetterOrDigit(next)
        && !TIME.matcher(text).region(at, text.length()).lookingAt()
        && Character.UnicodeScript.of(next) != Character.UnicodeScript.HAN;
  }

  private Matcher at(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher;
  }

  private static int number(Matcher found, String group) {
    return Integer.parseInt(found.group(group));
  }
}
