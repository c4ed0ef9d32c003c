package microstorm.idea.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of presence: who is connected by a live stream. */
@ConfigMapping(prefix = "microstorm.presence")
public interface PresenceConfig {

  /**
   * How long a person counts as connected after their last stream has ended. A reconnection within
   * this time is not noticed. It is also the time after which the people of a dead replica, who do
   * not come back, count as disconnected.
   */
  @WithDefault("20s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 5)
  @DurationMax(minutes = 10)
  Duration grace();

  /**
   * How often a replica publishes who connected or disconnected, at least 1 s; "off" disables
   * presence, and then nobody is connected.
   */
  @WithDefault("1s")
  String interval();
}
