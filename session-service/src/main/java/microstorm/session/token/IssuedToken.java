package microstorm.session.token;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A bearer token and its time of expiry. */
@Schema(description = "A token of a team's owner or member.")
public record IssuedToken(
    @Schema(
            description =
                "The token, to send in the header `Authorization: Bearer <token>`. It leads all"
                    + " sessions of the team.",
            examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIuLi4ifQ.c2lnbmF0dXJl")
        String token,
    @Schema(description = "The time when the token expires. Then request a new one.")
        Instant expiresAt,
    @Schema(description = "The role of the token: `owner` or `member`.", examples = "owner")
        String role) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "IssuedToken";
  }
}
