package microstorm.session.timer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import microstorm.session.plan.SessionsConfig;
import org.jboss.logging.Logger;

/**
 * Looks for timers that are due, on every replica, several times a second: more often than
 * {@code @Scheduled} can.
 */
@ApplicationScoped
public class TimerPoller {

  private static final Logger LOG = Logger.getLogger(TimerPoller.class);
  private static final int AT_ONCE = 100;

  private final TimerTurn turn;
  private final long pollMillis;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          runnable -> {
            Thread poller = new Thread(runnable, "session-timers");
            poller.setDaemon(true);
            return poller;
          });

  private volatile boolean failing;

  TimerPoller(TimerTurn turn, SessionsConfig config) {
    this.turn = turn;
    this.pollMillis = config.timerPoll().toMillis();
  }

  void start(@Observes StartupEvent event) {
    thread.scheduleWithFixedDelay(this::run, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdown();
  }

  /** Applies what is due. A timer that fails is tried again next time, and is in no other's way. */
  public void poll() {
    for (Timer timer : turn.due(AT_ONCE)) {
      try {
        turn.take(timer);
      } catch (RuntimeException e) {
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
    }
  }
}
