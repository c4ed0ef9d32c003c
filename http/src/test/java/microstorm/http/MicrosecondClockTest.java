package microstorm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class MicrosecondClockTest {

  private final Clock clock = new MicrosecondClock();

  @Test
  void ticksInMicroseconds() {
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Instant now = clock.instant();
    assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS)).isBetween(before, Instant.now());
  }

  @Test
  void knowsTheMillisecond() {
    long before = System.currentTimeMillis();
    assertThat(clock.millis()).isBetween(before, System.currentTimeMillis());
  }
}
