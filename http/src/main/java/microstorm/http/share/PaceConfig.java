package microstorm.http.share;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How fast one client may send requests to one replica. */
@ConfigMapping(prefix = "microstorm.pace")
public interface PaceConfig {

  /**
   * Requests per second of one client in the long run. A person's page sends less than one; a
   * client that adapts a whole session sends tens.
   */
  @WithDefault("50")
  @Min(1)
  @Max(100_000)
  int rate();

  /** Requests that a client may send at once after a pause. */
  @WithDefault("200")
  @Min(1)
  @Max(100_000)
  int burst();

  /** How long a request beyond the rate waits before it is refused instead. */
  @WithDefault("2s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 1)
  @DurationMax(minutes = 1)
  Duration patience();

  /** How many clients are remembered at most, some 300 bytes each, until they pause. */
  @WithDefault("100000")
  @Min(1_000)
  @Max(10_000_000)
  int clients();
}
