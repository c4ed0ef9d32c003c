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
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * Migrates the library's tables, with a schema history apart from that of the service's own tables.
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
      LOG.info("The tables are up to date. Exiting, because migrate-only is set.");
      Quarkus.asyncExit(0); // the exception alone would end the start, but not the process
      throw new PreventFurtherStepsException(0);
    }
  }

  /**
   * Migrates the tables. Several replicas may do it at once.
   *
   * @throws FlywayException if a migration fails
   */
  public static void migrate(DataSource database) {
    migrate(database, MigrationVersion.LATEST);
  }

  /**
   * Creates the tables in another schema, which exists.
   *
   * @throws FlywayException if a migration fails
   */
  public static void create(DataSource database, String schema) {
    configured(database, MigrationVersion.LATEST).schemas(schema).load().migrate();
  }

  static void migrate(DataSource database, MigrationVersion target) {
    Flyway flyway = configured(database, target).load();
    for (int attempt = 1; ; attempt++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException e) {
        // Two replicas may both find no history: one of them creates it, the other one fails.
        if (attempt == ATTEMPTS) {
          throw e;
        }
        LOG.infof("Migration attempt %d failed, retrying: %s", attempt, e.getClass().getName());
      }
    }
  }

  private static FluentConfiguration configured(DataSource database, MigrationVersion target) {
    return Flyway.configure()
        .dataSource(database)
        .table("flyway_messaging_history")
        .target(target)
        // The schema already has the service's tables, which this history does not track.
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .resourceProvider(new Scripts())
        .javaMigrationClassProvider(List::of);
  }
}
