package microstorm.http.intake;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Measures whether a body keeps up with a rate. Each byte postpones the time at which the next one
 * is due, but never to later than a grace period from now: a fast start does not pay for a long
 * silence.
 */
final class BodyPace {

  private final double nanosPerByte;
  private final long grace;
  private long due;

  /**
   * A body of which no byte has arrived.
   *
   * @param bytesPerSecond the least rate; 0 for none
   */
  BodyPace(long bytesPerSecond, Duration grace, long now) {
    this.nanosPerByte = (double) TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
    this.grace = grace.toNanos();
    this.due = now + this.grace;
  }

  synchronized void arrived(int bytes, long now) {
    long postponed = (long) Math.min(bytes * nanosPerByte, grace);
    due = now + Math.min(due - now + postponed, grace);
  }

  /** The nanoseconds by which the body is late; negative if it is early. */
  synchronized long behind(long now) {
    return Double.isInfinite(nanosPerByte) ? -grace : now - due;
  }
}
