package microstorm.database;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time of the last response of the database. Thread-safe. */
final class LastAnswer {

  private final LongSupplier nanos;
  private final Duration patience;
  private volatile Long answeredAt;

  /**
   * Creates an instance without a response so far.
   *
   * @param nanos a monotonic clock, such as {@link System#nanoTime}
   * @param patience how long a response counts as recent
   */
  LastAnswer(LongSupplier nanos, Duration patience) {
    this.nanos = nanos;
    this.patience = patience;
  }

  void record() {
    answeredAt = nanos.getAsLong();
  }

  boolean isRecent() {
    Long last = answeredAt;
    return last != null && nanos.getAsLong() - last < patience.toNanos();
  }

  /** A description for the health report. */
  String describe() {
    Long last = answeredAt;
    return last == null
        ? "none yet"
        : Duration.ofNanos(nanos.getAsLong() - last).toSeconds() + " s ago";
  }
}
