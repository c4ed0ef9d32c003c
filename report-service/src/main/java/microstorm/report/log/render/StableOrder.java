package microstorm.report.log.render;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.report.log.model.LayoutLine;

/**
 * Finds the entries that keep the order of their layout lines: as many as possible (a longest
 * increasing subsequence).
 */
final class StableOrder {
  private StableOrder() {}

  /** The index of the layout line for each entry that keeps its place. */
  static Map<UUID, Integer> of(List<Outline.Entry> entries, List<LayoutLine> lines) {
    Map<UUID, Integer> places = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).ref() != null) {
        places.put(lines.get(i).ref(), i);
      }
    }
    List<Integer> sequence = new ArrayList<>();
    List<UUID> ids = new ArrayList<>();
    for (Outline.Entry entry : entries) {
      Integer place = places.get(entry.id());
      if (place != null) {
        sequence.add(place);
        ids.add(entry.id());
      }
    }
    Map<UUID, Integer> kept = new HashMap<>();
    for (int i : longestIncreasing(sequence)) {
      kept.put(ids.get(i), sequence.get(i));
    }
    return kept;
  }

  private static List<Integer> longestIncreasing(List<Integer> values) {
    int[] previous = new int[values.size()];
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      int low = 0;
      int high = ends.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (values.get(ends.get(middle)) < values.get(i)) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      previous[i] = low == 0 ? -1 : ends.get(low - 1);
      if (low == ends.size()) {
        ends.add(i);
      } else {
        ends.set(low, i);
      }
    }
    List<Integer> chosen = new ArrayList<>();
    for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = previous[i]) {
      chosen.add(i);
    }
    return chosen;
  }
}
