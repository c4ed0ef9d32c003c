package microstorm.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

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

  /**
   * How long a token that was found good is let in without another check, at most until it expires.
   * A key that is no longer published stops working after this time, beside that for which the
   * published keys themselves are kept.
   */
  @WithDefault("60s")
  @DurationMin(seconds = 0)
  @DurationMax(minutes = 10)
  Duration tokensKeptFor();

  /** How many tokens that were found good are kept, some 3 KB each. */
  @WithDefault("10000")
  @Min(0)
  @Max(1_000_000)
  int tokensKept();
}
