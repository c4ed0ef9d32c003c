package microstorm.report.outbound;

import java.util.HashMap;
import java.util.Map;

/** Counts what is in use, in total and for each part, such as a host. */
final class OutboundPermits {

  private final int max;
  private final int maxOfPart;
  private final Map<String, Integer> byPart = new HashMap<>();
  private int inUse;

  OutboundPermits(int max, int maxOfPart) {
    this.max = max;
    this.maxOfPart = maxOfPart;
  }

  /** Counts a use. Returns false if there are too many. */
  synchronized boolean acquire(String part) {
    if (inUse >= max || byPart.getOrDefault(part, 0) >= maxOfPart) {
      return false;
    }
    inUse++;
    byPart.merge(part, 1, Integer::sum);
    return true;
  }

  /** Ends a use that was counted. */
  synchronized void release(String part) {
    inUse--;
    byPart.computeIfPresent(part, (name, count) -> count == 1 ? null : count - 1);
  }
}
