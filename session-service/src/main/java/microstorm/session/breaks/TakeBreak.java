package microstorm.session.breaks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** A break for this long, now, or from a time to come. */
public record TakeBreak(@NotNull @Min(1) @Max(240) Integer minutes, Instant startsAt) {}
