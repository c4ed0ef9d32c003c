package microstorm.session.deletion;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the deletion of a team removed. */
@Schema(
    description =
        "What was removed with a team. The boards, the reports and the log book follow within"
            + " moments.")
public record DeletedTeamView(
    @Schema(description = "The id of the team.") UUID id,
    @Schema(description = "The number of sessions.", minimum = "0", examples = "12") int sessions,
    @Schema(
            description = "The number of seats, with the names of the people.",
            minimum = "0",
            examples = "70")
        int participants,
    @Schema(description = "The number of templates.", minimum = "0", examples = "3") int templates,
    @Schema(
            description = "The number of keys, including those that were revoked lately.",
            minimum = "0",
            examples = "2")
        int keys,
    @Schema(description = "The time of the deletion.") Instant deletedAt) {}
