package microstorm.session.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The room that somebody moves to; one more than there are makes a new one. */
public record MoveToRoom(@NotNull @Min(1) @Max(10_000) Integer room) {}
