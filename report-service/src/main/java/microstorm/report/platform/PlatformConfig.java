package microstorm.report.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import microstorm.settings.DurationWithUnit;

/** The settings of the platform report. */
@ConfigMapping(prefix = "microstorm.platform")
public interface PlatformConfig {

  /**
   * Where this service runs. "auto" means Kubernetes if the environment has the API server's
   * address, as in every pod, and otherwise local. Compose must be set explicitly.
   */
  @WithDefault("auto")
  String environment();

  /**
   * The release to report on (the label {@code app.kubernetes.io/instance}); without it, everything
   * of Microstorm in the namespace.
   */
  Optional<String> release();

  /** The namespace to report on; by default this pod's own. */
  Optional<String> namespace();

  /** How long a response waits for objects of the cluster that are not listed yet. */
  @WithDefault("3s")
  @WithConverter(DurationWithUnit.class)
  Duration patience();

  /** How long the service waits before it requests something again that the cluster refused. */
  @WithDefault("1m")
  @WithConverter(DurationWithUnit.class)
  Duration askAgainAfter();
}
