package microstorm.session.token;

import jakarta.validation.constraints.Size;

/**
 * What a token is asked for with.
 *
 * @param ownerKey the key that the team was created with
 * @param identityToken where owners sign in instead: the provider's ID token
 */
public record OwnerProof(
    @Size(min = 1, max = 128) String ownerKey, @Size(min = 1, max = 16_384) String identityToken) {

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "OwnerProof";
  }
}
