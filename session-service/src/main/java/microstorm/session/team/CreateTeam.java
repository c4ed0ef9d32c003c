package microstorm.session.team;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.web.input.SingleLine;

/**
 * A new team.
 *
 * @param name the name for people
 * @param ownerKey optional; a key that the client made, so that a repeated request finds the same
 *     team
 * @param identityToken the provider's ID token, where owners sign in; a repeated request with the
 *     same name finds the same team
 */
public record CreateTeam(
    @NotNull @Size(max = 100) @SingleLine String name,
    @Pattern(
            regexp = "[A-Za-z0-9_-]{43,128}",
            message = "must be 43 to 128 base64url characters, made from at least 32 random bytes")
        String ownerKey,
    @Size(min = 1, max = 16_384, message = "must have 1 to {max} characters")
        String identityToken) {

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "CreateTeam";
  }
}
