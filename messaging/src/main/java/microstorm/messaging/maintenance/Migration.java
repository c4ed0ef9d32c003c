package microstorm.messaging.maintenance;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import microstorm.messaging.MessagingConfig;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/**
 * Brings the library's tables up to date, beside the service's own and with a history of its own.
 */
@ApplicationScoped
public class Migration {

  /** Before the relay, and long before the channels (1000). */
  private static final int MIGRATE = 10;

  private static final int ATTEMPTS = 3;
  private static final Logger LOG = Logger.getLogger(Migration.class);

  private final DataSource database;
  private final MessagingConfig config;

  Migration(DataSource database, MessagingConfig config) {
    this.database = database;
    this.config = config;
  }

  void migrate(@Observes @Priority(MIGRATE) StartupEvent event) {
    if (config.migrate()) {
      migrate(database);
    }
    if (config.migrateOnly()) {
      LOG.info("The tables are up to date; this start was for them alone.");
      Quarkus.asyncExit(0); // the exception alone ends the start, but not the process
      throw new PreventFurtherStepsException(0);
    }
  }

  /**
   * Migrates; several instances may at once.
   *
   * @throws FlywayException if the database refuses
   */
  public static void migrate(DataSource database) {
    migrate(database, MigrationVersion.LATEST);
  }

  static void migrate(DataSource database, MigrationVersion target) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(database)
            .table("flyway_messaging_history")
            .target(target)
            // The schema already has the service's tables: they are not ours to count.
            .baselineOnMigrate(true)
            .baselineVersion("0")
            .resourceProvider(new Scripts())
            .javaMigrationClassProvider(List::of)
            .load();
    for (int attempt = 1; ; attempt++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException e) {
        // Two instances that both find no history yet: one of them creates it.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.infof("Migration again, attempt %d failed: %s", attempt, e.getClass().getName());
      }
    }
  }
}
