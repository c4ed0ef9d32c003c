package microstorm.session.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How people prove that a team is theirs. Checked at start. */
@ConfigMapping(prefix = "microstorm.access")
public interface AccessConfig {

  /** By a key that the team is created with, or by signing in at an OpenID Connect provider. */
  @WithDefault("key")
  Mode mode();

  /** The provider, for the mode {@code oidc}. */
  Oidc oidc();

  enum Mode {
    KEY,
    OIDC
  }

  interface Oidc {

    /**
     * The provider's issuer identifier, as its tokens say it; below it is the discovery document
     * (OpenID Connect Discovery 1.0, section 4).
     */
    Optional<URI> issuer();

    /** The client id that this installation has at the provider: the audience of its ID tokens. */
    Optional<String> audience();

    /**
     * A claim that lists the slugs of teams that somebody hosts beside those they created, such as
     * {@code groups}; without it nobody hosts another's team.
     */
    Optional<String> teamsClaim();
  }
}
