package microstorm.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Ticks in microseconds, the precision of the database, in UTC. {@link Clock#tick} cannot do so:
 * its {@code millis()} divides by zero for ticks below a millisecond.
 */
final class MicrosecondClock extends Clock {

  @Override
  public Instant instant() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The services use UTC only.");
  }
}
