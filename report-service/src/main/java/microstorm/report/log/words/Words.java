package microstorm.report.log.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of several languages by which a log is understood, from the resource {@code
 * log-words.properties}. All words are in lower case.
 */
public final class Words {
  private static final String FILE = "/log-words.properties";
  private static final Properties ALL = read();

  public static final Set<String> SESSION = of("session");
  public static final Set<String> DATE = of("date");
  public static final Set<String> PARTICIPANTS = of("participants");
  public static final Set<String> TITLE = of("title");
  public static final Set<String> PROBLEM = of("problem");
  public static final Set<String> DETAIL = of("detail");
  public static final Set<String> SECTION = of("section");
  public static final Set<String> TASK = of("task");
  public static final Set<String> NO_PERSON = of("no-person");
  public static final Set<String> AND = of("and");
  public static final Set<String> BEFORE_DATE = of("before-date");
  public static final Set<String> IN_DATE = of("in-date");
  public static final Set<String> DUE = of("due");

  /** Short names of months that are also common words. */
  public static final Set<String> NOT_MONTH = of("not-month");

  /** Names of months with their numbers, 1 to 12. */
  public static final Map<String, Integer> MONTHS = numbered("months");

  /** Names of the days of the week with their numbers, 1 for Monday to 7. */
  public static final Map<String, Integer> WEEKDAYS = numbered("weekdays");

  private Words() {}

  /** The text in the form in which it is compared with these words. */
  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Set<String> of(String purpose) {
    return lists(purpose).flatMap(Stream::of).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A name that two languages give to different numbers keeps that of the first language in
   * alphabetical order.
   */
  private static Map<String, Integer> numbered(String purpose) {
    Map<String, Integer> numbers = new HashMap<>();
    lists(purpose)
        .forEach(
            names -> {
              for (int i = 0; i < names.length; i++) {
                if (!names[i].equals("-")) {
                  numbers.putIfAbsent(names[i], i + 1);
                }
              }
            });
    return Map.copyOf(numbers);
  }

  private static Stream<String[]> lists(String purpose) {
    return ALL.stringPropertyNames().stream()
        .filter(key -> key.startsWith(purpose + "."))
        .sorted()
        .map(key -> ALL.getProperty(key).split(","));
  }

  private static Properties read() {
    Properties words = new Properties();
    try (InputStream file = Words.class.getResourceAsStream(FILE)) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
