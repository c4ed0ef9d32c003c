package microstorm.report.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings of the rebuild of the read model. */
@ConfigMapping(prefix = "microstorm.rebuild")
public interface RebuildConfig {

  /**
   * Makes this process rebuild the read model and end, instead of serving requests. The command
   * {@code rebuild} of the image sets it together with the profile {@code rebuild}.
   */
  Optional<RebuildMode> mode();

  /** How long the rows that a rebuild replaced are kept, so that they can be brought back. */
  @WithDefault("7d")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 90)
  Duration keepPrevious();

  /**
   * The most events that the running service may have to apply when the models are compared. Events
   * wait during the comparison, so it does not begin while the service is far behind.
   */
  @WithDefault("100000")
  @Min(0)
  @Max(10_000_000)
  int maxUnread();
}
