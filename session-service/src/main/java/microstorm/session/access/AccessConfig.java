package microstorm.session.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How people prove that they own a team. Checked at the start. */
@ConfigMapping(prefix = "microstorm.access")
public interface AccessConfig {

  /**
   * Whether owners use a key that the team is created with, or sign in at an OpenID Connect
   * provider.
   */
  @WithDefault("key")
  Mode mode();

  /** The provider for the mode {@code oidc}. */
  Oidc oidc();

  enum Mode {
    KEY,
    OIDC
  }

  interface Oidc {

    /**
     * The provider's issuer identifier, as in its tokens. The discovery document is below this
     * address (OpenID Connect Discovery 1.0, section 4).
     */
    Optional<URI> issuer();

    /**
     * The client id of this installation at the provider, which is the audience of its ID tokens.
     */
    Optional<String> audience();

    /**
     * A claim with the slugs of teams that a person owns in addition to those they created, such as
     * {@code groups}. Without it nobody owns a team that somebody else created.
     */
    Optional<String> teamsClaim();
  }
}
