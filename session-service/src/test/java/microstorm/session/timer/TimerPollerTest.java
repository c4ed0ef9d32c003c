package microstorm.session.timer;

import static microstorm.testing.Patience.await;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import microstorm.session.core.SessionsConfig;
import org.junit.jupiter.api.Test;

/**
 * The poller of a replica continues after every error, because nothing else would end its timers.
 */
class TimerPollerTest {

  private final Timer broken = Timer.of(TimerKind.CLOSE, UUID.randomUUID());
  private final Timer sound = Timer.of(TimerKind.CLOSE, UUID.randomUUID());
  private final Queue<Timer> ended = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean failed = new AtomicBoolean();

  @Test
  void anErrorWhenReadingTimersDoesNotStopThePoller() throws InterruptedException {
    endsTheSoundTimer(
        new TimerExecutor(null, Clock.systemUTC(), null, List.of()) {
          @Override
          List<Timer> due(int limit) {
            if (failed.compareAndSet(false, true)) {
              throw new NoClassDefFoundError("A class is missing.");
            }
            return List.of(sound);
          }

          @Override
          void take(Timer timer) {
            ended.add(timer);
          }
        });
  }

  @Test
  void anErrorOfOneTimerDoesNotAffectOthers() throws InterruptedException {
    endsTheSoundTimer(
        new TimerExecutor(null, Clock.systemUTC(), null, List.of()) {
          @Override
          List<Timer> due(int limit) {
            return List.of(broken, sound);
          }

          @Override
          void take(Timer timer) {
            if (timer.equals(broken)) {
              throw new StackOverflowError("This timer fails.");
            }
            ended.add(timer);
          }
        });
  }

  private void endsTheSoundTimer(TimerExecutor executor) throws InterruptedException {
    TimerPoller poller = new TimerPoller(executor, shortPoll());
    poller.start(null);
    try {
      await("the timer").until(() -> ended.contains(sound));
    } finally {
      poller.stop(null);
    }
  }

  private static SessionsConfig shortPoll() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(SessionsConfig.class)
        .withDefaultValue("microstorm.sessions.timer-poll", "10ms")
        .build()
        .getConfigMapping(SessionsConfig.class);
  }
}
