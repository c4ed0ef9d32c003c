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
public interface ReadLimiterConfig {

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
   * Most megabytes of boards that wait in memory for their clients. Beyond it a request is refused
   * with 503, unless clients can be cut that have not read anything for a second.
   */
  @WithDefault("64")
  @Min(1)
  @Max(65_536)
  int megabytesUnread();

  /**
   * The share of these megabytes in percent that one team may have unread; the next request is
   * refused with 429. One board is always sent, however large.
   */
  @WithDefault("25")
  @Min(1)
  @Max(100)
  int teamPercent();

  /** The share in percent that one client may have unread. */
  @WithDefault("6")
  @Min(1)
  @Max(100)
  int clientPercent();

  /** How long a client may take no byte of a board that waits for it, before it is cut. */
  @WithDefault("10s")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 30)
  Duration stalled();

  /** How long a client may take in all to read a board, before it is cut. */
  @WithDefault("2m")
  @DurationMin(millis = 100)
  @DurationMax(minutes = 30)
  Duration slowest();
}
