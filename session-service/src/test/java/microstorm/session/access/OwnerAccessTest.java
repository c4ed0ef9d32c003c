package microstorm.session.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import microstorm.embedded.Ports;
import microstorm.web.ProblemException;
import org.junit.jupiter.api.Test;

/** What cannot be meant is refused at the start; what cannot be asked is said to be busy. */
class OwnerAccessTest {

  private record Oidc(Optional<URI> issuer, Optional<String> audience, Optional<String> teamsClaim)
      implements AccessConfig.Oidc {}

  private static OwnerAccess access(AccessConfig.Mode mode, String issuer, String audience) {
    Oidc oidc =
        new Oidc(
            Optional.ofNullable(issuer).map(URI::create),
            Optional.ofNullable(audience),
            Optional.empty());
    return new OwnerAccess(
        new AccessConfig() {
          @Override
          public Mode mode() {
            return mode;
          }

          @Override
          public AccessConfig.Oidc oidc() {
            return oidc;
          }
        });
  }

  @Test
  void aProviderThatIsNotNamedIsMissedAtTheStart() {
    assertThatThrownBy(() -> access(AccessConfig.Mode.OIDC, null, "microstorm"))
        .hasMessageContaining("microstorm.access.oidc.issuer must be set");
    assertThatThrownBy(() -> access(AccessConfig.Mode.OIDC, "https://id.example.com", null))
        .hasMessageContaining("microstorm.access.oidc.audience must be set");
    assertThatThrownBy(() -> access(AccessConfig.Mode.OIDC, "id.example.com", "microstorm"))
        .hasMessageContaining("must be an http or https address");
  }

  @Test
  void aProviderThatIsAwayIsNoReasonToSendAnybodyAway() {
    OwnerAccess access =
        access(AccessConfig.Mode.OIDC, "http://127.0.0.1:" + Ports.free(), "microstorm");
    assertThatThrownBy(() -> access.host(null, "any"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("cannot be asked just now");
  }

  @Test
  void whereOwnersHaveKeysNobodySignsIn() {
    OwnerAccess access = access(AccessConfig.Mode.KEY, null, null);
    assertThat(access.host("key", null)).isEmpty();
    assertThatThrownBy(() -> access.host(null, "any")).hasMessageContaining("owned by key");
  }
}
