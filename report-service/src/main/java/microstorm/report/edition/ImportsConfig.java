package microstorm.report.edition;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How much a team may import, and how imports can be undone. */
@ConfigMapping(prefix = "microstorm.imports")
public interface ImportsConfig {

  /**
   * The number of imported sessions that a team may have, with the deleted ones, whose ids are kept
   * so that they do not return.
   */
  @WithDefault("50000")
  @Min(1)
  @Max(1_000_000)
  int maxSessions();

  /** How long an import can be undone. What this needs is deleted afterwards. */
  @WithDefault("30d")
  @DurationMin(seconds = 0)
  @DurationMax(days = 365)
  @WithConverter(DurationWithUnit.class)
  Duration undoFor();

  /**
   * The size of the earlier editions that are kept for a team, so that its imports can be undone.
   * If a new import needs more, the oldest ones can no longer be undone.
   */
  @WithDefault("64M")
  MemorySize undoBytes();
}
