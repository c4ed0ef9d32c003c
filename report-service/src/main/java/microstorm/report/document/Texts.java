package microstorm.report.document;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The reports' own words in one language. */
final class Texts {

  private static final String BUNDLE = "documents.texts";
  private static final long HOUR = 60;
  private static final long DAYS_FROM = 48 * HOUR;

  private static final Map<String, Texts> LANGUAGES =
      Map.of("en", new Texts(Locale.UK), "de", new Texts(Locale.GERMANY));

  private final Locale locale;
  private final Map<String, String> words;

  private Texts(Locale locale) {
    this.locale = locale;
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.forLanguageTag(locale.getLanguage()),
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.words =
        bundle.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(key -> key, bundle::getString));
  }

  /** The texts in this language; English if there are none. */
  static Texts in(Locale language) {
    return LANGUAGES.getOrDefault(language.getLanguage(), LANGUAGES.get("en"));
  }

  /** The language tag, {@code en} or {@code de}. */
  String language() {
    return locale.getLanguage();
  }

  /** All texts by key. */
  Map<String, String> all() {
    return words;
  }

  /** A text in which {@code {0}}, {@code {1}} … are replaced by the values. */
  String of(String key, Object... values) {
    return filled(words.get(key), values);
  }

  /** A text in the form for this number, which is its first value. */
  String count(String key, long number, Object... others) {
    Object[] values = new Object[others.length + 1];
    values[0] = number(number);
    System.arraycopy(others, 0, values, 1, others.length);
    return filled(form(key, number), values);
  }

  /** The form of a text for this number. */
  String form(String key, long number) {
    String[] forms = words.get(key).split("\\|", 2);
    return forms[number == 1 ? 0 : forms.length - 1];
  }

  /** One pass, so that a value that looks like a place is not replaced itself. */
  private static String filled(String text, Object... values) {
    Map<String, String> places = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      places.put("{" + i + "}", String.valueOf(values[i]));
    }
    StringBuilder filled = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      String place = text.substring(at, Math.min(at + 3, text.length()));
      String value = places.get(place);
      filled.append(value == null ? String.valueOf(text.charAt(at)) : value);
      at += value == null ? 1 : place.length();
    }
    return filled.toString();
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A number with one decimal place. */
  String mean(double mean) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(mean);
  }

  /** The mean mark of an idea for a criterion, such as {@code Costs nothing 4.8 (6 marks)}. */
  String marked(String criterion, double mean, int marks) {
    return filled(form("mark", marks), criterion, mean(mean), number(marks));
  }

  /** A day with its weekday, such as {@code Thursday, 26 November 2026}. */
  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern(
            locale.getLanguage().equals("de") ? "EEEE, d. MMMM uuuu" : "EEEE, d MMMM uuuu", locale)
        .format(day);
  }

  /** A day without its weekday. */
  String shortDay(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /** A time of the day, {@code 14:05}. */
  String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
  }

  /** A duration in whole minutes, at least one; in hours, or in days when it is very long. */
  String duration(Duration duration) {
    long minutes = Math.max(1, Math.round(duration.toSeconds() / 60.0));
    if (minutes >= DAYS_FROM) {
      return count("days", Math.round(minutes / (24.0 * HOUR)));
    }
    if (minutes < HOUR) {
      return of("minutes", number(minutes));
    }
    return minutes % HOUR == 0
        ? of("hours", minutes / HOUR)
        : of("hoursMinutes", minutes / HOUR, minutes % HOUR);
  }
}
