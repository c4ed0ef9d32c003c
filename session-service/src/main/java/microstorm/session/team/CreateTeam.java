package microstorm.session.team;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.web.SingleLine;

/**
 * A new team.
 *
 * @param name how people call it
 * @param ownerKey optional: a key of the client's own making, so that a request whose answer was
 *     lost can be sent again and finds the same team
 * @param identityToken where owners sign in instead: the provider's ID token; the same name once
 *     more finds the same team
 */
public record CreateTeam(
    @NotNull @Size(max = 100) @SingleLine String name,
    @Pattern(
            regexp = "[A-Za-z0-9_-]{43,128}",
            message = "must be 43 to 128 characters of base64url, from at least 32 random bytes")
        String ownerKey,
    @Size(min = 1, max = 16_384) String identityToken) {

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "CreateTeam";
  }
}
