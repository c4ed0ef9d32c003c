package microstorm.session.description;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All problem types. */
@Schema(description = "The problem types of all services.")
record ProblemList(
    @Schema(description = "The types, sorted by status and id.") List<ProblemEntry> items) {}
