package microstorm.session.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The room to move to. */
@Schema(description = "The room that a participant moves to.")
public record MoveToRoom(
    @Schema(
            description = "The number of the room. The number after the last room makes a new one.",
            examples = "2")
        @NotNull
        @Min(1)
        @Max(10_000)
        Integer room) {}
