package microstorm.session.phase;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import microstorm.session.core.Phase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The phase to enter. */
@Schema(description = "The phase that the session enters.")
public record ChangePhase(
    @Schema(
            description =
                "The phase to enter. `closed` has the same effect as `closing`: both begin to close"
                    + " the session.")
        @NotNull
        Phase to,
    @Schema(
            description =
                "The present phase. To go back to an earlier phase it is required, so that a"
                    + " repeated request never undoes a later step. If it is sent and the session"
                    + " is in another phase, nothing changes.")
        @Nullable Phase from,
    @Schema(
            description =
                "The seconds after which the phase begins; 0 by default. With a delay the change is"
                    + " announced to everybody, and a facilitator can stop it until it is carried"
                    + " out. Meant for steps that cannot be taken back.",
            minimum = "0",
            maximum = "60",
            defaultValue = "0",
            examples = "5")
        @Min(0)
        @Max(MAX_DELAY_SECONDS)
        int delaySeconds) {

  static final int MAX_DELAY_SECONDS = 60;

  /** The phase that the session enters at once. */
  Phase target() {
    return to == Phase.CLOSED ? Phase.CLOSING : to;
  }
}
