package microstorm.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What every service's HTTP side can be told. */
@ConfigMapping(prefix = "microstorm.web")
public interface WebConfig {

  /** The largest body that is read; a larger one is refused with 413. */
  @WithDefault("64K")
  MemorySize maxBody();

  /**
   * Where the published keys are (RFC 7517), by which the tokens' signatures are checked. Needed by
   * every service that does not issue the tokens itself.
   */
  Optional<URI> jwksUrl();
}
