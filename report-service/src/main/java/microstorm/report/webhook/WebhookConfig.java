package microstorm.report.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of webhooks. An invalid value stops the start. */
@ConfigMapping(prefix = "microstorm.webhooks")
public interface WebhookConfig {

  /** Whether teams can add webhooks, and whether this service sends events to them. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Whether the address of a webhook may begin with http://, so that nobody's events are secret.
   */
  @WithDefault("false")
  boolean allowHttp();

  /**
   * The address at which people and clients reach this installation, such as {@code
   * https://board.example.com}. It is the source of the events, and their links begin with it.
   * Without it, the source is {@code /} and the links are paths.
   */
  Optional<
          @Pattern(
              regexp = "https?://[a-z0-9.-]+(:[0-9]{1,5})?",
              message =
                  "must be an address in lower case without a path, such as"
                      + " https://board.example.com")
          String>
      publicUrl();

  /** How many webhooks a team has. */
  @WithDefault("10")
  @Min(1)
  @Max(100)
  int maxPerTeam();

  /** The time for one attempt, from the look-up of the host to the end of the response. */
  @WithDefault("10s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(minutes = 1)
  Duration timeout();

  /** How many attempts a replica makes at the same time. */
  @WithDefault("16")
  @Min(1)
  @Max(1_000)
  int concurrent();

  /** How many attempts run at the same time for one team, in all replicas. */
  @WithDefault("4")
  @Min(1)
  @Max(1_000)
  int concurrentPerTeam();

  /** How many attempts a delivery has before it counts as failed. */
  @WithDefault("10")
  @Min(1)
  @Max(100)
  int attempts();

  /** The pause after the first attempt. Each further pause is four times as long. */
  @WithDefault("5s")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(hours = 1)
  Duration firstRetry();

  /** The longest pause between two attempts. */
  @WithDefault("8h")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(millis = 100)
  @DurationMax(days = 2)
  Duration longestRetry();

  /** How long all attempts of a webhook fail before this service deactivates it. */
  @WithDefault("3d")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 365)
  Duration stopAfter();

  /** How long a delivery can be read and replayed. */
  @WithDefault("7d")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 365)
  Duration deliveriesKeptFor();

  /** How many deliveries of a webhook are kept, the newest ones. */
  @WithDefault("1000")
  @Min(10)
  @Max(100_000)
  int deliveriesKept();

  /** How long the earlier secret signs in addition to a new one. */
  @WithDefault("24h")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 0)
  @DurationMax(days = 30)
  Duration secretOverlap();
}
