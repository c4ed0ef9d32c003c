package microstorm.session.seat;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to show a session on a screen. */
@Schema(description = "A request to show a session on the screen of a room.")
public record ShowOnScreen(
    @Schema(description = "The join code of the session.", examples = ApiText.A_CODE)
        @NotNull
        @Size(max = 64)
        String joinCode) {

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "ShowOnScreen";
  }
}
