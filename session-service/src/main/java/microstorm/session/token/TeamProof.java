package microstorm.session.token;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof in a request for a team's token. */
@Schema(
    description =
        "The proof of access to a team: `ownerKey`, `memberKey` or, where owners sign in at an OpenID"
            + " Connect provider, `identityToken`. Exactly one of them.")
public record TeamProof(
    @Schema(
            description = "An owner key of the team.",
            examples = "Zx1Yw2Vu3Ts4Rq5Po6Nm7Lk8Ji9Hg0FeDcBaAbCdEfG")
        @Size(min = 1, max = 128, message = LENGTH)
        String ownerKey,
    @Schema(
            description = "A member key of the team.",
            examples = "Hg0FeDcBaAbCdEfGZx1Yw2Vu3Ts4Rq5Po6Nm7Lk8Ji9")
        @Size(min = 1, max = 128, message = LENGTH)
        String memberKey,
    @Schema(
            description = "The ID token of the OpenID Connect provider.",
            examples = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIuLi4ifQ.c2lnbmF0dXJl")
        @Size(min = 1, max = 16_384, message = LENGTH)
        String identityToken) {

  private static final String LENGTH = "must have 1 to {max} characters";

  /** The key of either kind; null without one. */
  String key() {
    return ownerKey == null ? memberKey : ownerKey;
  }

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "TeamProof";
  }
}
