package microstorm.session.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import microstorm.embedded.Ports;
import microstorm.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Contradictory settings stop the start, and an unavailable provider is a temporary problem. */
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
  void aMissingProviderStopsTheStart() {
    assertThatThrownBy(() -> access(AccessConfig.Mode.OIDC, null, "microstorm"))
        .hasMessageContaining("microstorm.access.oidc.issuer is missing");
    assertThatThrownBy(() -> access(AccessConfig.Mode.OIDC, "https://id.example.com", null))
        .hasMessageContaining("microstorm.access.oidc.audience is missing");
    assertThatThrownBy(() -> access(AccessConfig.Mode.OIDC, "id.example.com", "microstorm"))
        .hasMessageContaining("must be an http or https address");
  }

  @Test
  void anUnavailableProviderIsATemporaryProblem() {
    OwnerAccess access =
        access(AccessConfig.Mode.OIDC, "http://127.0.0.1:" + Ports.free(), "microstorm");
    assertThatThrownBy(() -> access.signedInOwner(null, "any"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("unavailable at the moment");
  }

  @Test
  void withOwnerKeysNobodySignsIn() {
    OwnerAccess access = access(AccessConfig.Mode.KEY, null, null);
    assertThat(access.signedInOwner("key", null)).isEmpty();
    assertThatThrownBy(() -> access.signedInOwner(null, "any"))
        .hasMessageContaining("an owner key proves");
  }
}
