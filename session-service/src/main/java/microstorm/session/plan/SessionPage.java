package microstorm.session.plan;

import java.util.List;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of sessions. */
@Schema(description = "A page of the team's sessions.")
public record SessionPage(
    @Schema(
            description =
                "The sessions, newest first: by the day on which a session was or will be held or,"
                    + " without such a day, by the day on which it was planned.")
        List<SessionSummary> items,
    @Schema(
            description = "The `cursor` of the next page; absent on the last page.",
            examples = ApiText.A_SESSION)
        @Nullable String next) {}
