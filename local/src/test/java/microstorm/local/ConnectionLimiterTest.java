package microstorm.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import microstorm.local.ConnectionLimiter.Limits;
import org.junit.jupiter.api.Test;

class ConnectionLimiterTest {

  private final StoppedClock clock = new StoppedClock();

  /** Ten connections, four of one client; one new connection per second, six at once. */
  private final ConnectionLimiter limiter = new ConnectionLimiter(new Limits(10, 4, 1, 6), clock);

  private long started(String client, int connections) {
    return IntStream.range(0, connections).filter(i -> limiter.start(client)).count();
  }

  @Test
  void oneClientHasAPartOfTheConnections() {
    assertThat(started("loud", 20)).isEqualTo(4);
    assertThat(started("other", 3)).isEqualTo(3);
  }

  @Test
  void theTotalIsLimited() {
    started("one", 4);
    started("two", 4);
    assertThat(started("three", 4)).isEqualTo(2);
    limiter.end("one");
    assertThat(started("three", 4)).isEqualTo(1);
  }

  @Test
  void aClientThatOpensAndClosesConnectionsIsSlowedDown() {
    for (int i = 0; i < 6; i++) {
      assertThat(limiter.start("loud")).isTrue();
      limiter.end("loud");
    }
    assertThat(limiter.start("loud")).isFalse();
    assertThat(limiter.start("other")).isTrue();

    clock.advance(Duration.ofSeconds(1));
    assertThat(started("loud", 5)).isEqualTo(1);
  }

  @Test
  void aClientThatPausesLeavesNoEntry() {
    for (int i = 0; i < 1_000; i++) {
      if (limiter.start("client " + i)) {
        limiter.end("client " + i);
      }
    }
    assertThat(limiter.clients()).isPositive();
    clock.advance(Duration.ofSeconds(8));
    assertThat(limiter.clients()).isZero();
  }

  private static final class StoppedClock implements TimeMeter {
    private long nanos;

    void advance(Duration time) {
      nanos += time.toNanos();
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
