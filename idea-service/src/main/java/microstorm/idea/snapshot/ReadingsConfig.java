package microstorm.idea.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What the reading of whole boards may take of a replica's memory. */
@ConfigMapping(prefix = "microstorm.readings")
public interface ReadingsConfig {

  /**
   * How many megabytes the boards that are read at a time may have, as they stand in the database.
   * A larger one counts for three quarters of it. What is read takes up to ten times as much memory
   * for a moment.
   */
  @WithDefault("8")
  @Min(1)
  @Max(1_024)
  int megabytesAtOnce();

  /** How long a board waits for its turn to be read, before the request is refused with 503. */
  @WithDefault("3s")
  @DurationMin(millis = 10)
  @DurationMax(minutes = 1)
  Duration patience();

  /**
   * How many megabytes of boards may wait for clients that have not taken them yet: at most half of
   * them in one session, and an eighth for one person. Beyond it a request is refused with 503.
   */
  @WithDefault("64")
  @Min(1)
  @Max(65_536)
  int megabytesUnread();

  /** How long a client may take for a board that is no live stream, before it is cut off. */
  @WithDefault("2m")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 30)
  Duration slowest();
}
