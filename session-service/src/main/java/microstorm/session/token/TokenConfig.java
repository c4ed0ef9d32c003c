package microstorm.session.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How tokens are made. */
@ConfigMapping(prefix = "microstorm.tokens")
public interface TokenConfig {

  /**
   * The directory of the private signing keys, one JWK (RFC 7517, EC P-256) a file named {@code
   * *.jwk.json}. All are published; the last by name signs. A new file is seen within seconds: a
   * rotation needs no restart. When there is none, one is made. No default: replicas must share it.
   */
  Path keysDirectory();

  /**
   * How long a key that comes while the service runs is published before it signs: as long as it
   * may take until every replica has it. A mounted Secret is renewed within a minute or two.
   */
  @WithDefault("2m")
  @DurationMin(seconds = 0)
  @DurationMax(hours = 1)
  Duration publishBeforeSigning();

  /** How long an owner's token is valid. */
  @WithDefault("8h")
  @DurationMin(minutes = 1)
  @DurationMax(days = 7)
  Duration ownerValidity();

  /** How long the token is valid that joining a session gives. */
  @WithDefault("8h")
  @DurationMin(minutes = 1)
  @DurationMax(days = 7)
  Duration participantValidity();
}
