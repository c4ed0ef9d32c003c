package microstorm.idea.ticket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of the tickets that open live streams. */
@ConfigMapping(prefix = "microstorm.stream-tickets")
public interface StreamTicketsConfig {

  /** How long a ticket can be used. */
  @WithDefault("30s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 1)
  @DurationMax(minutes = 5)
  Duration validity();

  /**
   * The maximum number of unused tickets that one person has for a session. A further one replaces
   * the oldest.
   */
  @WithDefault("5")
  @Min(1)
  @Max(1_000)
  int perPerson();
}
