package microstorm.report.imports.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The number, title and date of a session, each of which an edition of a log may correct. */
public record Heading(@Nullable Integer number, @Nullable String title, @Nullable LocalDate date) {

  /** The largest part of a title that a correction changes. */
  private static final double CORRECTED = 0.4;

  private static final int LONGEST = 200;

  /** Those that are given. */
  public List<Object> parts() {
    return Stream.of(number, title, date).filter(Objects::nonNull).map(Object.class::cast).toList();
  }

  /** Whether at least one of them is given and the same. */
  boolean sharesWith(Heading other) {
    return same(number, other.number) || same(title, other.title) || same(date, other.date);
  }

  /**
   * Whether the other heading is this one with a small correction: the same number, a similar title
   * and a date of which only the day, the month or the year differs.
   */
  boolean isCorrectionOf(Heading other) {
    return same(number, other.number)
        && (Objects.equals(title, other.title) || similar(title, other.title))
        && (Objects.equals(date, other.date) || near(date, other.date));
  }

  /** Whether the date is the same, or the number, and the date except for one part of it. */
  boolean isNear(Heading other) {
    return same(date, other.date) || (same(number, other.number) && near(date, other.date));
  }

  private static boolean same(Object one, Object other) {
    return one != null && one.equals(other);
  }

  private static boolean near(LocalDate one, LocalDate other) {
    if (one == null || other == null) {
      return false;
    }
    int differing =
        (one.getYear() == other.getYear() ? 0 : 1)
            + (one.getMonthValue() == other.getMonthValue() ? 0 : 1)
            + (one.getDayOfMonth() == other.getDayOfMonth() ? 0 : 1);
    return differing <= 1;
  }

  private static boolean similar(String one, String other) {
    if (one == null || other == null || one.length() > LONGEST || other.length() > LONGEST) {
      return false;
    }
    return distance(one, other) <= CORRECTED * Math.max(one.length(), other.length());
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
      }
      int[] swap = before;
      before = row;
      row = swap;
    }
    return before[other.length()];
  }
}
