package microstorm.http.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Requester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestPacerTest {

  private static final Requester FAST = new Requester("team", "fast");
  private static final Requester OTHER = new Requester("team", "other");

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final StoppedClock clock = new StoppedClock();
  private final RequestPacer pacer = new RequestPacer(config(), clock, timer);

  @AfterEach
  void stopTimer() {
    timer.shutdownNow();
  }

  /** Ten requests per second, five at once, and waits of at most a second. */
  private static PaceConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(PaceConfig.class)
        .withDefaultValue("microstorm.pace.rate", "10")
        .withDefaultValue("microstorm.pace.burst", "5")
        .withDefaultValue("microstorm.pace.patience", "1s")
        .withDefaultValue("microstorm.pace.clients", "1000")
        .build()
        .getConfigMapping(PaceConfig.class);
  }

  private long turnsAtOnce(Requester client, int requests) {
    return IntStream.range(0, requests).filter(i -> pacer.takeTurn(client)).count();
  }

  @Test
  void aBurstPassesAtOnceAndTheNextRequestWaits() {
    assertThat(turnsAtOnce(FAST, 20)).isEqualTo(5);
    assertThat(pacer.nextTurn(FAST)).isNotDone();
  }

  @Test
  void anotherClientOfTheTeamDoesNotWait() {
    turnsAtOnce(FAST, 20);
    assertThat(turnsAtOnce(OTHER, 5)).isEqualTo(5);
  }

  @Test
  void aRequestWhoseTurnWouldComeTooLateIsRefusedAtOnce() {
    turnsAtOnce(FAST, 20);
    IntStream.range(0, 10).forEach(i -> assertThat(pacer.nextTurn(FAST)).isNotDone());
    CompletableFuture<Void> late = pacer.nextTurn(FAST);
    assertThat(late).isCompletedExceptionally();
    assertThatThrownBy(late::join)
        .hasCauseInstanceOf(ProblemException.class)
        .hasMessageContaining("10 requests per second");
  }

  /** The control: at its rate a client never waits. */
  @Test
  void aClientWithinItsRateNeverWaits() {
    turnsAtOnce(FAST, 20);
    for (int i = 0; i < 50; i++) {
      clock.advance(Duration.ofMillis(100));
      assertThat(pacer.takeTurn(FAST)).isTrue();
    }
  }

  @Test
  void clientsThatPauseAreForgotten() {
    IntStream.range(0, 500).forEach(i -> turnsAtOnce(new Requester("team", "client " + i), 1));
    assertThat(pacer.clients()).isEqualTo(500);
    clock.advance(Duration.ofSeconds(2));
    assertThat(pacer.clients()).isZero();
  }

  @Test
  void noMoreClientsAreRememberedThanTheLimit() {
    IntStream.range(0, 5_000).forEach(i -> turnsAtOnce(new Requester("team", "client " + i), 1));
    assertThat(pacer.clients()).isLessThanOrEqualTo(1_000);
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
