package microstorm.idea.early;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How many early requests wait for a phase or for a new board on one replica. */
@ConfigMapping(prefix = "microstorm.early")
public interface EarlyConfig {

  /** The maximum number of requests that wait. A request beyond it is decided at once. */
  @WithDefault("512")
  @Min(1)
  @Max(10_000)
  int waiting();

  /** The maximum of one team. */
  @WithDefault("64")
  @Min(1)
  @Max(10_000)
  int waitingPerTeam();

  /** The maximum of one client. */
  @WithDefault("16")
  @Min(1)
  @Max(10_000)
  int waitingPerClient();
}
