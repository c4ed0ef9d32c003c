package microstorm.session.phase;

import jakarta.validation.constraints.NotNull;
import microstorm.session.core.Phase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phase to enter. */
@Schema(description = "The phase that the session enters.")
public record ChangePhase(
    @Schema(
            description =
                "The phase to enter. `closed` has the same effect as `closing`: both begin to close"
                    + " the session.")
        @NotNull
        Phase to) {}
