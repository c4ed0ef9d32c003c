package microstorm.session.token;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof of ownership in a request for a token. */
@Schema(
    description =
        "The proof of ownership: `ownerKey` or, where owners sign in at an OpenID Connect provider,"
            + " `identityToken`.")
public record OwnerProof(
    @Schema(
            description = "The owner key that the team was created with.",
            examples = "Zx1Yw2Vu3Ts4Rq5Po6Nm7Lk8Ji9Hg0FeDcBaAbCdEfG")
        @Size(min = 1, max = 128, message = LENGTH)
        String ownerKey,
    @Schema(
            description = "The ID token of the OpenID Connect provider.",
            examples = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIuLi4ifQ.c2lnbmF0dXJl")
        @Size(min = 1, max = 16_384, message = LENGTH)
        String identityToken) {

  private static final String LENGTH = "must have 1 to {max} characters";

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "OwnerProof";
  }
}
