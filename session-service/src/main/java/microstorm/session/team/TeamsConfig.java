package microstorm.session.team;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The limits of teams. */
@ConfigMapping(prefix = "microstorm.teams")
public interface TeamsConfig {

  /** How many teams one address may create per hour in the long run, and at once after a pause. */
  @WithDefault("1000")
  @Min(1)
  @Max(1_000_000)
  int newPerHour();

  /** The maximum number of keys of a team. Revoked ones do not count. */
  @WithDefault("50")
  @Min(2)
  @Max(10_000)
  int maxKeys();

  /** The maximum number of templates of a team. */
  @WithDefault("50")
  @Min(1)
  @Max(10_000)
  int maxTemplates();

  /**
   * How long sessions are announced that a new or shorter retention of their team makes due, before
   * they are deleted.
   */
  @WithDefault("7d")
  @DurationMin(seconds = 0)
  @DurationMax(days = 90)
  @WithConverter(DurationWithUnit.class)
  Duration deletionNotice();
}
