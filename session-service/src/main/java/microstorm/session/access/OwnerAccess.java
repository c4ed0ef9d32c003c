package microstorm.session.access;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import microstorm.http.problem.ProblemException;
import microstorm.session.problem.SessionProblem;

/** Checks the proof of ownership that this installation accepts: a key or a sign-in. */
@Startup
@ApplicationScoped
public class OwnerAccess {

  private final IdentityProvider provider;

  OwnerAccess(AccessConfig config) {
    this.provider =
        config.mode() == AccessConfig.Mode.OIDC ? IdentityProvider.of(config.oidc()) : null;
  }

  /**
   * Requires that teams have keys.
   *
   * @throws ProblemException 400 access-by-sign-in
   */
  public void requireKeys() {
    if (provider != null) {
      throw SessionProblem.ACCESS_BY_SIGN_IN.exception(
          "Owners sign in at %s, so teams have no keys.".formatted(provider.issuer()));
    }
  }

  /**
   * The person who signed in; empty when owners use keys. May request the keys of the provider.
   *
   * @param key an owner or member key; null when none was sent
   * @param identityToken the provider's ID token; null when none was sent
   * @throws ProblemException 400 when this installation does not accept the proof, 401 when the
   *     token is invalid, 503 when the provider is unavailable
   */
  public Optional<SignedInOwner> signedInOwner(String key, String identityToken) {
    if (provider == null) {
      if (identityToken != null) {
        throw SessionProblem.ACCESS_BY_KEY.exception();
      }
      return Optional.empty();
    }
    if (key != null || identityToken == null) {
      throw SessionProblem.ACCESS_BY_SIGN_IN.exception(
          "Owners sign in at %s. Send its ID token in the field identityToken, and omit the key."
              .formatted(provider.issuer()));
    }
    return Optional.of(provider.check(identityToken));
  }
}
