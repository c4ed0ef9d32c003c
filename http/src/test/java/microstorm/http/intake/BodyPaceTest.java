package microstorm.http.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The rate of a body at 1,000 bytes per second, with a grace period of 5 s. */
class BodyPaceTest {

  private final BodyPace pace = new BodyPace(1_000, Duration.ofSeconds(5), 0);

  private static long seconds(long seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  /** Measured on average, this start would allow 4,900 s of silence. */
  @Test
  void aFastStartDoesNotPayForALongSilence() {
    pace.arrived(4_900_000, seconds(1));
    assertThat(pace.behind(seconds(6))).isZero();
    assertThat(pace.behind(seconds(7))).isEqualTo(seconds(1));
  }

  @Test
  void aSteadyBodyIsNeverBehind() {
    for (int second = 1; second < 1_000; second++) {
      pace.arrived(1_000, seconds(second));
      assertThat(pace.behind(seconds(second))).isNegative();
    }
  }

  @Test
  void aBodyAtHalfTheRateFallsBehind() {
    for (int second = 1; second <= 10; second++) {
      pace.arrived(500, seconds(second));
    }
    assertThat(pace.behind(seconds(10))).isZero();
    assertThat(pace.behind(seconds(11))).isPositive();
  }

  @Test
  void withoutARateNoBodyIsBehind() {
    assertThat(new BodyPace(0, Duration.ofSeconds(5), 0).behind(seconds(1_000))).isNegative();
  }
}
