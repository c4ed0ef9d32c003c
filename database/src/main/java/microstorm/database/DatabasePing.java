package microstorm.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Checks periodically, on one thread, whether the database responds. */
@ApplicationScoped
class DatabasePing {

  private static final Logger LOG = Logger.getLogger(DatabasePing.class);
  private static final int INTERVAL_SECONDS = 1;

  private final AgroalDataSource database;
  private final LastAnswer lastAnswer;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "database-ping");
            thread.setDaemon(true);
            return thread;
          });
  private boolean failing;

  DatabasePing(AgroalDataSource database, DatabaseConfig config) {
    this.database = database;
    this.lastAnswer = new LastAnswer(System::nanoTime, config.unreadyAfter());
  }

  LastAnswer lastAnswer() {
    return lastAnswer;
  }

  void start(@Observes StartupEvent event) {
    thread.scheduleWithFixedDelay(this::ping, 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    thread.shutdownNow();
  }

  /**
   * Must not throw anything, not even an {@link Error}: the schedule would end, and with it the
   * readiness.
   */
  void ping() {
    try {
      if (database.isHealthy(false)) {
        lastAnswer.record();
        report(false, "The database responds again.");
      } else {
        report(true, "The database does not respond.");
      }
    } catch (SQLException | RuntimeException | Error e) {
      report(true, "The database does not respond: " + e.getClass().getName());
    }
  }

  /** Logs only changes, so that an outage of an hour does not fill the log. */
  private void report(boolean fails, String text) {
    if (fails != failing) {
      failing = fails;
      LOG.warn(text);
    }
  }
}
