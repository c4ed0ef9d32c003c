package microstorm.connections;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A token bucket for each client. A client that pauses until it has its whole burst again leaves no
 * entry in memory.
 *
 * @param <C> identifies a client
 */
public final class ClientRates<C> {

  private final LoadingCache<C, Bucket> buckets;

  /**
   * @param rate how often a client may do something in the period in the long run
   * @param period the time for which the rate counts
   * @param burst how often it may do it at once after a pause
   * @param debt the longest time for which a client may use its rate in advance
   * @param clients how many clients are remembered at most
   */
  public ClientRates(
      int rate, Duration period, int burst, Duration debt, int clients, TimeMeter clock) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(clients)
            .ticker(clock::currentTimeNanos)
            .expireAfterAccess(period.multipliedBy(burst).dividedBy(rate).plus(debt))
            .build(client -> bucket(rate, period, burst, clock));
  }

  private static Bucket bucket(int rate, Duration period, int burst, TimeMeter clock) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(rate, period))
        .withCustomTimePrecision(clock)
        .build();
  }

  /** The bucket of a client. */
  public Bucket of(C client) {
    return buckets.get(client);
  }

  /** The number of clients in memory. */
  public long clients() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
