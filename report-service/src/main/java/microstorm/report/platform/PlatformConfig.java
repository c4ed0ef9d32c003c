package microstorm.report.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What the platform report is about. */
@ConfigMapping(prefix = "microstorm.platform")
public interface PlatformConfig {

  /**
   * Where this service runs; "auto": in Kubernetes when its API server's address is in the
   * environment, as it is in every pod, else locally. Compose has to be named.
   */
  @WithDefault("auto")
  String environment();

  /**
   * The release that is reported, the label {@code app.kubernetes.io/instance}; without it
   * everything of Microstorm in the namespace is.
   */
  Optional<String> release();

  /** The namespace that is looked at; this pod's own when nobody says. */
  Optional<String> namespace();

  /** How long an answer waits for what is not known of the cluster yet. */
  @WithDefault("3s")
  Duration patience();

  /** After how long something is asked for again that the cluster refused. */
  @WithDefault("1m")
  Duration askAgainAfter();
}
