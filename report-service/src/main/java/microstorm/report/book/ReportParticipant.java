package microstorm.report.book;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person who took part in a session. */
@Schema(
    description =
        "A person who had a seat in the session as facilitator or participant. Observers are not"
            + " listed.")
public record ReportParticipant(
    @Schema(description = "The id of the seat.") UUID participantId,
    @Schema(
            description = "The name that the person joined with, or the name in the log.",
            examples = "Ana")
        String name) {}
