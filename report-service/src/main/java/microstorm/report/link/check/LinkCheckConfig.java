package microstorm.report.link.check;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of the check of links. An invalid value stops the start. */
@ConfigMapping(prefix = "microstorm.links.check")
public interface LinkCheckConfig {

  /**
   * Whether owners of teams may start checks. Off by default, because the service then sends
   * requests to servers that users choose.
   */
  @WithDefault("false")
  boolean enabled();

  /** How many addresses one check covers; the next check covers the others. */
  @WithDefault("5000")
  @Min(1)
  @Max(100_000)
  int maxTargets();

  /** How long a result is valid. Until then no check sends a request to the address. */
  @WithDefault("7d")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 0)
  @DurationMax(days = 365)
  Duration recheckAfter();

  /** The time between the starts of two checks of a team. */
  @WithDefault("1h")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 0)
  @DurationMax(days = 30)
  Duration startInterval();

  /** How often a replica looks for addresses to check. */
  @WithDefault("1s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 10)
  @DurationMax(hours = 24)
  Duration poll();

  /** How many addresses are checked at the same time, by all replicas together. */
  @WithDefault("16")
  @Min(1)
  @Max(64)
  int running();

  /** How many of them may belong to one team. */
  @WithDefault("4")
  @Min(1)
  @Max(64)
  int runningPerTeam();

  /** The time between two requests to one host, of all teams and replicas together. */
  @WithDefault("1s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 0)
  @DurationMax(minutes = 1)
  Duration hostInterval();

  /** The time for one request and its response. */
  @WithDefault("10s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 1)
  Duration timeout();

  /**
   * How long an address belongs to the replica that checks it. After that, another replica checks
   * it again. A check of an address ends after half of this time.
   */
  @WithDefault("4m")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 1)
  @DurationMax(hours = 1)
  Duration lease();
}
