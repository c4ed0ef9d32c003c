package microstorm.session.invitation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to find the session of a code. */
@Schema(description = "A request to find the session of a code.")
public record OpenInvitation(
    @Schema(description = "The join code or the facilitator code.", examples = ApiText.A_CODE)
        @NotNull
        @Size(max = 64)
        String joinCode) {

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "OpenInvitation";
  }
}
