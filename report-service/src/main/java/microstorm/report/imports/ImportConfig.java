package microstorm.report.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How logs are taken in. */
@ConfigMapping(prefix = "microstorm.imports")
interface ImportConfig {

  /** How many logs are read at once; more are asked to come back. Each may take 100 MB of heap. */
  @WithDefault("1")
  @Min(1)
  int atOnce();

  /** How long a further log waits for its turn before it is asked to come back, in seconds. */
  @WithDefault("10")
  @Min(1)
  int waitSeconds();
}
