package microstorm.session.phase;

import java.time.Instant;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The phase of a session. */
@Schema(description = "The phase that a session is in.")
public record PhaseView(
    @Schema(description = "The present phase.") Phase phase,
    @Schema(
            description =
                "The beginning of the phase; absent before the lobby, and for a session of a log.")
        @Nullable Instant since,
    @Schema(
            description =
                "The end of the minimum quiet time, or of the time that was set for another phase."
                    + " A break postpones it. Absent when there is none.")
        @Nullable Instant endsAt,
    @Schema(description = "The announced phase; absent when none is announced.")
        @Nullable Announcement announcement) {

  static PhaseView of(Session session) {
    return new PhaseView(
        session.phase, session.phaseSince, session.phaseEndsAt(), Announcement.of(session));
  }
}
