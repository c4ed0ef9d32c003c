package microstorm.session.invitation;

import java.time.Instant;
import java.util.UUID;
import microstorm.session.core.ApiText;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The session of a code, as somebody sees it before joining. */
@Schema(description = "The session of a code, as somebody sees it before joining.")
public record Invitation(
    @Schema(description = "The session.", required = true, examples = ApiText.A_SESSION)
        UUID sessionId,
    @Schema(description = "The title of the session.", examples = "Shorter meetings") String title,
    @Schema(
            description = "The problem of the session. Absent until it is defined.",
            examples = "Why do our meetings take so long?")
        @Nullable String problem,
    @Schema(description = "The present phase.", required = true) Phase phase,
    @Schema(description = "The planned beginning; absent if none is planned.")
        @Nullable Instant plannedAt,
    @Schema(
            description = "Whether nobody learns the author of an idea.",
            required = true,
            examples = "false")
        boolean anonymous,
    @Schema(
            description = "Whether this is the facilitator code.",
            required = true,
            examples = "false")
        boolean facilitator) {

  static Invitation of(Session session, boolean facilitator) {
    return new Invitation(
        session.id,
        session.title,
        session.problem,
        session.phase,
        session.plannedAt,
        session.settings.anonymous(),
        facilitator);
  }
}
