package microstorm.http.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of request bodies that this process holds, from their arrival until the request is
 * answered: a bound for all clients together and one for each client's address. An address is
 * forgotten when it holds nothing.
 */
final class BodyBudget {

  private final long total;
  private final long perClient;
  private final AtomicLong held = new AtomicLong();
  private final Map<String, Long> heldByClient = new ConcurrentHashMap<>();

  BodyBudget(long total, long perClient) {
    this.total = total;
    this.perClient = perClient;
  }

  /** Reserves the bytes; returns false and reserves nothing if this would exceed a bound. */
  boolean take(String client, long bytes) {
    long all = held.addAndGet(bytes);
    long own = heldByClient.merge(client, bytes, Long::sum);
    if (all <= total && own <= perClient) {
      return true;
    }
    release(client, bytes);
    return false;
  }

  /** Whether the client's own bound leaves no room for the bytes. */
  boolean isBeyondShare(String client, long bytes) {
    return heldBy(client) + bytes > perClient;
  }

  /** The bytes that the client holds. */
  long heldBy(String client) {
    return heldByClient.getOrDefault(client, 0L);
  }

  /** Releases reserved bytes. */
  void release(String client, long bytes) {
    held.addAndGet(-bytes);
    heldByClient.computeIfPresent(client, (c, sum) -> sum == bytes ? null : sum - bytes);
  }

  long held() {
    return held.get();
  }

  int clients() {
    return heldByClient.size();
  }
}
