package microstorm.database;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When the database answered last. Safe for several threads. */
final class LastAnswer {

  private final LongSupplier nanos;
  private final Duration patience;
  private volatile Long answeredAt;

  /**
   * Without an answer so far.
   *
   * @param nanos a clock that is never set, such as {@link System#nanoTime}
   * @param patience how long an answer is recent
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

  /** For an operator who reads the health. */
  String describe() {
    Long last = answeredAt;
    return last == null
        ? "none yet"
        : Duration.ofNanos(nanos.getAsLong() - last).toSeconds() + " s ago";
  }
}
