package microstorm.report.platform.cluster;

import java.util.List;
import java.util.function.Predicate;

/**
 * The objects of one kind that the cluster shows.
 *
 * @param resource the kind as the cluster's rights name it, e.g. {@code pods}
 * @param items empty if they cannot be read
 * @param hidden why they cannot be read; null if they can
 */
public record Listing<T>(String resource, List<T> items, String hidden) {

  public static <T> Listing<T> of(String resource, List<T> items) {
    return new Listing<>(resource, items, null);
  }

  public static <T> Listing<T> not(String resource, String why) {
    return new Listing<>(resource, List.of(), why);
  }

  public List<T> where(Predicate<T> condition) {
    return items.stream().filter(condition).toList();
  }
}
