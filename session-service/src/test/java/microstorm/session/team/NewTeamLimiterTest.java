package microstorm.session.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import microstorm.http.problem.ProblemException;
import microstorm.session.problem.SessionProblem;
import org.junit.jupiter.api.Test;

class NewTeamLimiterTest {

  private static final int PER_HOUR = 4;

  private final StoppedClock clock = new StoppedClock();
  private final NewTeamLimiter limiter = new NewTeamLimiter(PER_HOUR, clock);

  @Test
  void anAddressCreatesTeamsAtItsRateAfterABurst() {
    countAll("192.0.2.1");
    assertThatThrownBy(() -> limiter.count("192.0.2.1"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.type()).isEqualTo(SessionProblem.TOO_MANY_NEW_TEAMS));
    countAll("192.0.2.2");

    clock.advance(Duration.ofMinutes(15));
    limiter.count("192.0.2.1");
    assertThatThrownBy(() -> limiter.count("192.0.2.1")).isInstanceOf(ProblemException.class);
  }

  @Test
  void anAddressIsForgottenWhenItsRateIsWholeAgain() {
    countAll("192.0.2.1");
    assertThat(limiter.addresses()).isOne();
    clock.advance(Duration.ofMinutes(61));
    assertThat(limiter.addresses()).isZero();
  }

  @Test
  void aHundredThousandAddressesStayWithinTheTable() {
    IntStream.range(0, 100_000).forEach(i -> limiter.count("192.0.2." + i));
    assertThat(limiter.addresses()).isLessThanOrEqualTo(10_000);
  }

  private void countAll(String address) {
    IntStream.range(0, PER_HOUR).forEach(i -> limiter.count(address));
  }

  private static final class StoppedClock implements TimeMeter {

    private long nanos;

    void advance(Duration by) {
      nanos += by.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
