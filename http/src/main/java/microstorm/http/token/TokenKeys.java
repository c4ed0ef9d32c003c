package microstorm.http.token;

import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** The source of the public keys for checking tokens. */
@FunctionalInterface
public interface TokenKeys {

  /** Resolves the key that a token names, or throws an exception if there is none. */
  VerificationKeyResolver resolver();
}
