package microstorm.report.outbound;

import java.util.HashMap;
import java.util.Map;

/** Counts the open connections, in total and to each host. */
final class OutboundPermits {

  private final int max;
  private final int maxPerHost;
  private final Map<String, Integer> byHost = new HashMap<>();
  private int open;

  OutboundPermits(int max, int maxPerHost) {
    this.max = max;
    this.maxPerHost = maxPerHost;
  }

  /** Counts a connection. Returns false if there are too many. */
  synchronized boolean acquire(String host) {
    if (open >= max || byHost.getOrDefault(host, 0) >= maxPerHost) {
      return false;
    }
    open++;
    byHost.merge(host, 1, Integer::sum);
    return true;
  }

  /** Ends a connection that was counted. */
  synchronized void release(String host) {
    open--;
    byHost.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
  }
}
