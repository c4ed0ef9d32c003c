package microstorm.session.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** The room to move to. The number after the last room makes a new one. */
public record MoveToRoom(@NotNull @Min(1) @Max(10_000) Integer room) {}
