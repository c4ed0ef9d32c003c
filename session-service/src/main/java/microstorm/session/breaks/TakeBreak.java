package microstorm.session.breaks;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request for a break. */
@Schema(description = "A break that begins now, or at `startsAt`.")
public record TakeBreak(
    @Schema(description = "The length in minutes.", examples = "10") @NotNull @Min(1) @Max(240)
        Integer minutes,
    @Schema(
            description =
                "The time at which the break begins, within the next 400 days. A time at most one"
                    + " minute ago means now. By default the break begins now.")
        Instant startsAt) {}
