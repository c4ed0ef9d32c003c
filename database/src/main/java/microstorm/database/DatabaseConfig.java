package microstorm.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How a replica deals with a database that does not answer. */
@ConfigMapping(prefix = "microstorm.database")
public interface DatabaseConfig {

  /**
   * How long the database may fail to answer before this replica reports that it is not ready. Long
   * enough for a restart of the database: all replicas lose it at once, and then only they can tell
   * clients when to try again.
   */
  @WithDefault("30s")
  @DurationMin(seconds = 3)
  @DurationMax(hours = 1)
  Duration unreadyAfter();
}
