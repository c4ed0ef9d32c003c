package microstorm.session.team;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A new team.
 *
 * @param name how people call it
 * @param ownerKey optional: a key of the client's own making, so that a request whose answer was
 *     lost can be sent again and finds the same team
 */
public record CreateTeam(
    @NotBlank
        @Size(max = 100)
        @Pattern(
            regexp = "[^\\p{Cntrl}\\p{Cs}]*",
            message = "must not contain control characters or halves of characters")
        String name,
    @Pattern(
            regexp = "[A-Za-z0-9_-]{43,128}",
            message = "must be 43 to 128 characters of base64url, from at least 32 random bytes")
        String ownerKey) {}
