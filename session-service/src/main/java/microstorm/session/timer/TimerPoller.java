package microstorm.session.timer;

import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import microstorm.session.core.SessionsConfig;
import org.jboss.logging.Logger;

/**
 * Looks for timers that are due, on every replica, several times a second: more often than
 * {@code @Scheduled} can.
 */
@ApplicationScoped
public class TimerPoller {

  private static final Logger LOG = Logger.getLogger(TimerPoller.class);
  private static final int AT_ONCE = 100;
  private static final int SHUTDOWN_SECONDS = 5;
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

  private final TimerExecutor turn;
  private final long pollMillis;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          runnable -> {
            Thread poller = new Thread(runnable, "session-timers");
            poller.setDaemon(true);
            return poller;
          });

  private final Set<Timer> failed =
      Collections.newSetFromMap(
          Caffeine.newBuilder().expireAfterWrite(AGAIN_AFTER).<Timer, Boolean>build().asMap());
  private volatile boolean failing;

  TimerPoller(TimerExecutor turn, SessionsConfig config) {
    this.turn = turn;
    this.pollMillis = config.timerPoll().toMillis();
  }

  void start(@Observes StartupEvent event) {
    thread.scheduleWithFixedDelay(this::run, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }

  /** Applies what is due. A timer that fails is tried again soon, and is in no other's way. */
  public void poll() {
    // those that failed are among the first that are due, and take nobody's place
    for (Timer timer : turn.due(AT_ONCE + failed.size())) {
      try {
        if (!failed.contains(timer)) {
          turn.take(timer);
        }
      } catch (RuntimeException | Error e) {
        failed.add(timer);
        LOG.errorf(e, "A timer failed: %s of session %s", timer.kind(), timer.sessionId());
      }
    }
  }

  private void run() {
    try {
      poll();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warnf("The timers wait for the database: %s", e.getClass().getName());
      }
      failing = true;
    } catch (Error e) {
      // thrown on, it would end the polling: no timer would end again on this replica
      if (!failing) {
        LOG.error("The timers cannot be looked at", e);
      }
      failing = true;
    }
  }
}
