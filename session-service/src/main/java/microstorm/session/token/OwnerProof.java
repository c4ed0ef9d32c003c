package microstorm.session.token;

import jakarta.validation.constraints.Size;

/**
 * The proof of ownership in a request for a token.
 *
 * @param ownerKey the key that the team was created with
 * @param identityToken the provider's ID token, where owners sign in
 */
public record OwnerProof(
    @Size(min = 1, max = 128, message = LENGTH) String ownerKey,
    @Size(min = 1, max = 16_384, message = LENGTH) String identityToken) {

  private static final String LENGTH = "must have 1 to {max} characters";

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "OwnerProof";
  }
}
