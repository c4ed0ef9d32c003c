package microstorm.session.core;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A break in the plan of a session. It is scheduled when the quiet phase begins.
 *
 * @param afterMinutes the beginning, in minutes after that of the quiet phase
 * @param minutes the length in minutes
 */
@Embeddable
@Schema(description = "A break in the plan, which is scheduled when the quiet phase begins.")
public record PlannedBreak(
    @Schema(
            description = "The beginning, in minutes after the beginning of the quiet phase.",
            examples = "25")
        @NotNull
        @Min(1)
        @Max(480)
        Integer afterMinutes,
    @Schema(description = "The length in minutes.", examples = "5") @NotNull @Min(1) @Max(240)
        Integer minutes) {}
