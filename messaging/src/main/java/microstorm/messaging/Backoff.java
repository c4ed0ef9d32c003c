package microstorm.messaging;

import java.time.Duration;

/** Pauses that double up to a limit. */
public final class Backoff {

  private final Duration first;
  private final Duration limit;
  private Duration next;

  /** Starts at {@code first}. */
  public Backoff(Duration first, Duration limit) {
    this.first = first;
    this.limit = limit;
    this.next = first;
  }

  /** The pause before the next attempt. */
  public Duration next() {
    Duration pause = next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(limit) > 0 ? limit : doubled;
    return pause;
  }

  /** Starts again with the first pause, after a success. */
  public void reset() {
    next = first;
  }
}
