package microstorm.session.team;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.http.input.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new team. */
@Schema(description = "A new team.")
public record CreateTeam(
    @Schema(description = "The name for people.", examples = "Micro Brainstorming")
        @NotNull
        @Size(max = 100)
        @SingleLine
        String name,
    @Schema(
            description =
                "A key that the client made from at least 32 random bytes, in base64url, so that a"
                    + " repeated request finds the same team. By default the service makes the key."
                    + " Not allowed where owners sign in.",
            examples = AccessKey.EXAMPLE)
        @Pattern(regexp = AccessKey.PATTERN, message = AccessKey.MESSAGE)
        String ownerKey,
    @Schema(
            description =
                "The ID token of the OpenID Connect provider, where owners sign in. A repeated"
                    + " request of the same person with the same name finds the same team.",
            examples = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIuLi4ifQ.c2lnbmF0dXJl")
        @Size(min = 1, max = 16_384, message = "must have 1 to {max} characters")
        String identityToken) {

  /** Keeps the content out of logs. */
  @Override
  public String toString() {
    return "CreateTeam";
  }
}
