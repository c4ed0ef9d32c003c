package microstorm.local;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import microstorm.connections.ClientRates;

/**
 * Limits the connections of one client, so that a client that opens them without end costs the
 * others little. A client without connections leaves no entry in memory after it has its whole
 * burst again.
 */
final class ConnectionLimiter {

  private final Limits limits;
  private final Map<String, Integer> open = new HashMap<>();
  private final ClientRates<String> starts;
  private int total;

  /**
   * @param total connections of all clients at the same time
   * @param perClient connections of one client at the same time
   * @param startsPerSecond new connections of one client per second in the long run
   * @param burst new connections of one client at once after a pause
   */
  record Limits(int total, int perClient, int startsPerSecond, int burst) {}

  ConnectionLimiter(Limits limits) {
    this(limits, TimeMeter.SYSTEM_NANOTIME);
  }

  ConnectionLimiter(Limits limits, TimeMeter clock) {
    this.limits = limits;
    this.starts =
        new ClientRates<>(
            limits.startsPerSecond(),
            Duration.ofSeconds(1),
            limits.burst(),
            Duration.ZERO,
            limits.total(),
            clock);
  }

  /** The connections of all clients that it permits at the same time. */
  int total() {
    return limits.total();
  }

  /**
   * Counts a new connection if the limits permit it. The caller reports the end of each connection
   * that was permitted, and closes the others.
   */
  synchronized boolean start(String client) {
    int own = open.getOrDefault(client, 0);
    boolean permitted =
        total < limits.total() && own < limits.perClient() && starts.of(client).tryConsume(1);
    if (permitted) {
      total++;
      open.put(client, own + 1);
    }
    return permitted;
  }

  /** Reports the end of a connection. */
  synchronized void end(String client) {
    total--;
    open.computeIfPresent(client, (same, own) -> own == 1 ? null : own - 1);
  }

  /** The number of clients in memory. */
  synchronized long clients() {
    return Math.max(open.size(), starts.clients());
  }
}
