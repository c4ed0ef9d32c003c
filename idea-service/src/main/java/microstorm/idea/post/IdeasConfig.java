package microstorm.idea.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits for posts that wait to be written, and the writers. */
@ConfigMapping(prefix = "microstorm.ideas")
public interface IdeasConfig {

  /** The maximum number of unanswered posts; the next one is refused with 503. */
  @WithDefault("1024")
  @Min(1)
  @Max(100_000)
  int queueSize();

  /** The maximum number of unanswered posts of one team; the next one is refused with 429. */
  @WithDefault("128")
  @Min(1)
  @Max(100_000)
  int perTeam();

  /** The maximum number of unanswered posts of one client; the next one is refused with 429. */
  @WithDefault("32")
  @Min(1)
  @Max(100_000)
  int perClient();

  /** The number of threads that write. Each uses a database connection while it writes. */
  @WithDefault("2")
  @Min(1)
  @Max(8)
  int writers();

  /**
   * How long a post waits for a board that another transaction keeps locked before it is refused
   * with 503. Posts to other boards do not wait for it.
   */
  @WithDefault("5s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 2)
  Duration patience();

  /**
   * The maximum number of posts in one transaction. A writer takes the posts that are there and
   * never waits for more.
   */
  @WithDefault("256")
  @Min(1)
  @Max(1_000)
  int groupSize();
}
