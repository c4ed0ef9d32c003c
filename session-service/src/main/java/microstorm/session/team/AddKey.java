package microstorm.session.team;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import microstorm.http.input.SingleLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key of a team. */
@Schema(description = "A new key of a team.")
public record AddKey(
    @Schema(
            description = "The name for people, such as the holder or the place of the key.",
            examples = KeyView.A_NAME)
        @NotNull
        @Size(max = 100)
        @SingleLine
        String name,
    @Schema(
            description = KeyView.ROLE,
            enumeration = {"owner", "member"},
            examples = "member")
        @NotNull
        @Pattern(regexp = "owner|member", message = "must be owner or member")
        String role,
    @Schema(
            description =
                "A key that the client made from at least 32 random bytes, in base64url, so that a"
                    + " repeated request finds the same key. By default the service makes it.",
            examples = AccessKey.EXAMPLE)
        @Pattern(regexp = AccessKey.PATTERN, message = AccessKey.MESSAGE)
        String key) {

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "AddKey";
  }
}
