package microstorm.report.webhook;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time of this machine, and what a test adds to it. */
@Alternative
@Singleton
public class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Goes forward. */
  public void forward(Duration time) {
    ahead = ahead.plus(time);
  }

  /** Goes back to the time of this machine. */
  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
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
