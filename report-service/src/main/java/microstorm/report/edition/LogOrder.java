package microstorm.report.edition;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Computes the order of a log book's sessions after a later edition of the log. */
public final class LogOrder {

  private LogOrder() {}

  /**
   * The order of the new edition. A session that is missing from it stays after the session that it
   * followed before.
   */
  public static List<UUID> merge(List<UUID> before, List<UUID> edition) {
    Map<UUID, Integer> places = new HashMap<>();
    edition.forEach(session -> places.put(session, places.size()));
    LinkedHashSet<UUID> merged = new LinkedHashSet<>();
    for (UUID old : before) {
      Integer place = places.get(old);
      if (place == null) {
        merged.add(old);
      } else if (!merged.contains(old)) {
        merged.addAll(edition.subList(0, place + 1));
      }
    }
    merged.addAll(edition);
    return List.copyOf(merged);
  }
}
