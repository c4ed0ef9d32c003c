package microstorm.session.reading;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the rules for reading a report. */
@Schema(description = "A change of the rules for reading a report.")
public record ChangeReportAccess(
    @Schema(description = "Whether observers can read the report.") @NotNull Boolean observers) {}
