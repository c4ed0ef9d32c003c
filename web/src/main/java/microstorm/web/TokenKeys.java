package microstorm.web;

import org.jose4j.keys.resolvers.VerificationKeyResolver;

/** Where the public keys come from that tokens are checked with. */
@FunctionalInterface
public interface TokenKeys {

  /** The key that a token names, or an exception that says there is none. */
  VerificationKeyResolver resolver();
}
