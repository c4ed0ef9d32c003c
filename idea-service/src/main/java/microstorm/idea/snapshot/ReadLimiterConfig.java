package microstorm.idea.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The memory that a replica may use for reading whole boards. */
@ConfigMapping(prefix = "microstorm.readings")
public interface ReadLimiterConfig {

  /**
   * The megabytes of boards that are read at a time, measured as stored in the database. A larger
   * board counts as three quarters of it. Reading takes up to ten times as much memory for a
   * moment.
   */
  @WithDefault("8")
  @Min(1)
  @Max(1_024)
  int megabytesAtOnce();

  /** How long a request waits for its turn before it is refused with 503. */
  @WithDefault("3s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 10)
  @DurationMax(minutes = 1)
  Duration patience();

  /**
   * The maximum megabytes of boards that wait in memory for their clients. Beyond it, clients that
   * have read nothing for a second are cut off; if there are none, the request is refused with 503.
   */
  @WithDefault("64")
  @Min(1)
  @Max(65_536)
  int megabytesUnread();

  /**
   * The percentage of these megabytes that one team may have unread; the next request is refused
   * with 429. One board of any size is always sent.
   */
  @WithDefault("25")
  @Min(1)
  @Max(100)
  int teamPercent();

  /** The percentage that one client may have unread. */
  @WithDefault("6")
  @Min(1)
  @Max(100)
  int clientPercent();

  /** How long a client may read nothing of a waiting board before it is cut off. */
  @WithDefault("10s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 30)
  Duration stalled();

  /** How long a client may take in total to read a board before it is cut off. */
  @WithDefault("2m")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 30)
  Duration slowest();
}
