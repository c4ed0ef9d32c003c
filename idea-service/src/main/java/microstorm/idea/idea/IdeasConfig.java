package microstorm.idea.idea;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How posts are written. */
@ConfigMapping(prefix = "microstorm.ideas")
public interface IdeasConfig {

  /** Most posts that are not answered yet; the next is refused with 503. */
  @WithDefault("1024")
  @Min(1)
  @Max(100_000)
  int queueSize();

  /** Most posts of one team that are not answered yet; the next is refused with 429. */
  @WithDefault("128")
  @Min(1)
  @Max(100_000)
  int perTeam();

  /** Most posts of one client that are not answered yet; the next is refused with 429. */
  @WithDefault("32")
  @Min(1)
  @Max(100_000)
  int perClient();

  /** How many threads write, each with a database connection while it does. */
  @WithDefault("2")
  @Min(1)
  @Max(8)
  int writers();

  /**
   * How long a post waits for a board that something else keeps locked, before it is refused with
   * 503. The posts to other boards do not wait for it.
   */
  @WithDefault("5s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 2)
  Duration patience();

  /** Most posts of one transaction. A writer takes what is there and never waits for more. */
  @WithDefault("256")
  @Min(1)
  @Max(1_000)
  int groupSize();
}
