package microstorm.local.fairness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Measures the response times of a steady series of requests, and counts the refusals. */
final class Latencies {

  private static final int PER_SECOND = 20;

  private final List<Long> nanos = new ArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();

  private Latencies() {}

  /**
   * Sends a request every 50 ms, or as soon as the previous one is answered.
   *
   * @param request sends a request and returns the status
   */
  static Latencies of(IntSupplier request, int seconds) throws InterruptedException {
    Latencies latencies = new Latencies();
    long due = System.nanoTime();
    for (int i = 0; i < seconds * PER_SECOND; i++) {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      long start = System.nanoTime();
      if (request.getAsInt() >= 300) {
        latencies.refused.incrementAndGet();
      }
      latencies.nanos.add(System.nanoTime() - start);
      due = Math.max(due, start) + TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
    }
    latencies.nanos.sort(Long::compare);
    return latencies;
  }

  double millis(double quantile) {
    int last = nanos.size() - 1;
    return nanos.get((int) Math.round(last * quantile)) / 1e6;
  }

  int refused() {
    return refused.get();
  }
}
