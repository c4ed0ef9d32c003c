package microstorm.session.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import microstorm.settings.DurationWithUnit;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The settings for tokens. */
@ConfigMapping(prefix = "microstorm.tokens")
public interface TokenConfig {

  /**
   * The directory of the private signing keys, one JWK (RFC 7517, EC P-256) in each file {@code
   * *.jwk.json}. All keys are published; the last one by name signs. A new file is read within
   * seconds, so that a rotation needs no restart. If the directory has no key, one is created.
   * There is no default, because the replicas must share the directory.
   */
  Path keysDirectory();

  /**
   * How long a new key is published before it signs, so that every replica knows it by then.
   * Kubernetes updates a mounted Secret within a minute or two.
   */
  @WithDefault("2m")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(seconds = 0)
  @DurationMax(hours = 1)
  Duration publishBeforeSigning();

  /** How long an owner's token is valid. */
  @WithDefault("8h")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 7)
  Duration ownerValidity();

  /** How long a participant's token is valid. */
  @WithDefault("8h")
  @WithConverter(DurationWithUnit.class)
  @DurationMin(minutes = 1)
  @DurationMax(days = 7)
  Duration participantValidity();
}
