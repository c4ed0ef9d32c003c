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
 * Checks for due timers on every replica several times a second, which is more often than a
 * scheduled method can.
 */
@ApplicationScoped
public class TimerPoller {

  private static final Logger LOG = Logger.getLogger(TimerPoller.class);
  private static final int BATCH_SIZE = 100;
  private static final int SHUTDOWN_SECONDS = 5;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final TimerExecutor executor;
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
          Caffeine.newBuilder().expireAfterWrite(RETRY_AFTER).<Timer, Boolean>build().asMap());
  private volatile boolean failing;

  TimerPoller(TimerExecutor executor, SessionsConfig config) {
    this.executor = executor;
    this.pollMillis = config.timerPoll().toMillis();
  }

  void start(@Observes StartupEvent event) {
    thread.scheduleWithFixedDelay(this::run, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * Applies the due timers. A timer that fails is tried again soon and does not delay the others.
   */
  public void poll() {
    // failed timers are among the first due ones; the limit is raised by their number
    for (Timer timer : executor.due(BATCH_SIZE + failed.size())) {
      try {
        if (!failed.contains(timer)) {
          executor.take(timer);
        }
      } catch (RuntimeException | Error e) {
        failed.add(timer);
        LOG.errorf(
            e,
            "The timer %s of session %s failed and will be tried again.",
            timer.kind(),
            timer.sessionId());
      }
    }
  }

  private void run() {
    try {
      poll();
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warnf("The timers cannot be read and will be tried again: %s", e.getClass().getName());
      }
      failing = true;
    } catch (Error e) {
      // not rethrown, because it would end the polling on this replica for ever
      if (!failing) {
        LOG.error("The timers cannot be read and will be tried again.", e);
      }
      failing = true;
    }
  }
}
