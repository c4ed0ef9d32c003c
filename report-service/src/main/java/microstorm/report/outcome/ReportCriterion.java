package microstorm.report.outcome;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A requirement for a good idea. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "A requirement that a good idea has to meet.")
public record ReportCriterion(
    @Schema(description = "The id of the criterion.") UUID id,
    @Schema(description = "The requirement.", examples = "Costs less than 100 euros")
        String text) {}
