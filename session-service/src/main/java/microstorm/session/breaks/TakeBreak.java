package microstorm.session.breaks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** A request for a break of this many minutes, which begins now or at {@code startsAt}. */
public record TakeBreak(@NotNull @Min(1) @Max(240) Integer minutes, Instant startsAt) {}
