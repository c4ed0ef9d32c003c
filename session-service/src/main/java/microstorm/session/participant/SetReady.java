package microstorm.session.participant;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the participant is done and waits for the others. */
@Schema(description = "Whether the caller is ready.")
public record SetReady(
    @Schema(description = "True when the caller is done and waits for the others.") @NotNull
        Boolean ready) {}
