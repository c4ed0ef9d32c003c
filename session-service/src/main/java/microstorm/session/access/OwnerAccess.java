package microstorm.session.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import microstorm.session.problem.SessionProblem;
import microstorm.web.ProblemException;

/** Which proof of owning a team this installation takes: a key, or a sign-in. */
@Startup
@ApplicationScoped
public class OwnerAccess {

  private final IdentityProvider provider;

  OwnerAccess(AccessConfig config) {
    this.provider =
        config.mode() == AccessConfig.Mode.OIDC ? IdentityProvider.of(config.oidc()) : null;
  }

  /**
   * Who signed in; empty where owners have keys. May ask the provider for its keys.
   *
   * @param ownerKey null if none was sent
   * @param identityToken the provider's ID token; null if none was sent
   * @throws ProblemException 400 when it is the proof that this installation does not take, 401
   *     when the token is not good, 503 when the provider cannot be asked
   */
  public Optional<SignedInOwner> host(String ownerKey, String identityToken) {
    if (provider == null) {
      if (identityToken != null) {
        throw SessionProblem.ACCESS_BY_KEY.exception();
      }
      return Optional.empty();
    }
    if (ownerKey != null || identityToken == null) {
      throw SessionProblem.ACCESS_BY_SIGN_IN.exception(
          "Teams are owned by people who sign in at %s: send its ID token as identityToken."
              .formatted(provider.issuer()));
    }
    return Optional.of(provider.check(identityToken));
  }
}
