package microstorm.report.platform;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the cluster shows of one kind of objects.
 *
 * @param resource the kind as the cluster's rights name it, e.g. {@code pods}
 * @param items empty when they cannot be seen
 * @param hidden why they cannot be seen; null when they can
 */
record Seen<T>(String resource, List<T> items, String hidden) {

  static <T> Seen<T> of(String resource, List<T> items) {
    return new Seen<>(resource, items, null);
  }

  static <T> Seen<T> not(String resource, String why) {
    return new Seen<>(resource, List.of(), why);
  }

  List<T> where(Predicate<T> condition) {
    return items.stream().filter(condition).toList();
  }
}
