package microstorm.session.access;

import java.util.Set;
import microstorm.http.Secrets;

/**
 * A person who signed in at the identity provider.
 *
 * @param hash the stored identity of the person: SHA-256 of issuer and subject
 * @param teams the slugs of the teams that the person owns according to the provider
 */
public record SignedInOwner(byte[] hash, Set<String> teams) {

  static SignedInOwner of(String issuer, String subject, Set<String> teams) {
    return new SignedInOwner(Secrets.hash(issuer + "\n" + subject), Set.copyOf(teams));
  }

  /** Keeps the identity out of logs. */
  @Override
  public String toString() {
    return "SignedInOwner[...]";
  }
}
