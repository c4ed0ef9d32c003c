package microstorm.session.reading;

import microstorm.http.input.PatchValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the rules for reading a report. */
@Schema(description = "A change of the rules for reading a report. An absent field stays as it is.")
public record ChangeReportAccess(
    @Schema(description = "Whether observers can read the report.") @PatchValue
        Boolean observers) {}
