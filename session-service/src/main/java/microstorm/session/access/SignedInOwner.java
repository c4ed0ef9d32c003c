package microstorm.session.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * A person who signed in at the identity provider.
 *
 * @param hash the stored identity of the person: SHA-256 of issuer and subject
 * @param teams the slugs of the teams that the person owns according to the provider
 */
public record SignedInOwner(byte[] hash, Set<String> teams) {

  static SignedInOwner of(String issuer, String subject, Set<String> teams) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String name = issuer + "\n" + subject;
      return new SignedInOwner(
          digest.digest(name.getBytes(StandardCharsets.UTF_8)), Set.copyOf(teams));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  /** Keeps the identity out of logs. */
  @Override
  public String toString() {
    return "SignedInOwner[...]";
  }
}
