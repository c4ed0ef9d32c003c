package microstorm.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings for a database that does not respond. */
@ConfigMapping(prefix = "microstorm.database")
public interface DatabaseConfig {

  /**
   * How long the database may fail to respond before this replica reports that it is not ready. It
   * should be longer than a restart of the database: all replicas lose the database at once, and
   * only a replica that is ready can answer clients with a time to try again.
   */
  @WithDefault("30s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 3)
  @DurationMax(hours = 1)
  Duration unreadyAfter();
}
