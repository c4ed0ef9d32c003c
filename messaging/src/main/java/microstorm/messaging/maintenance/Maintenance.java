package microstorm.messaging.maintenance;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import microstorm.messaging.MessagingConfig;
import org.jboss.logging.Logger;

/** Samples gauges and removes old rows periodically, on one thread. */
@ApplicationScoped
class Maintenance {

  private static final Logger LOG = Logger.getLogger(Maintenance.class);

  private final Retention retention;
  private final OutboxGauges gauges;
  private final MessagingConfig config;
  private final MeterRegistry meters;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "messaging-maintenance");
            thread.setDaemon(true);
            return thread;
          });

  Maintenance(
      Retention retention, OutboxGauges gauges, MessagingConfig config, MeterRegistry meters) {
    this.retention = retention;
    this.gauges = gauges;
    this.config = config;
    this.meters = meters;
  }

  void start(@Observes @Priority(30) StartupEvent event) {
    gauges.register(meters);
    every(config.sampleInterval(), "sampling", gauges::sample);
    every(config.cleanupInterval(), "cleaning", retention::clean);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    clock.shutdownNow();
    clock.awaitTermination(1, TimeUnit.SECONDS);
  }

  private void every(Duration interval, String name, Task task) {
    clock.scheduleWithFixedDelay(
        () -> run(name, task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A failure must not end the schedule. */
  private static void run(String name, Task task) {
    try {
      task.run();
    } catch (SQLException | RuntimeException e) {
      LOG.debugf("Skipped %s this time: %s", name, e.getClass().getName());
    }
  }

  private interface Task {
    void run() throws SQLException;
  }
}
