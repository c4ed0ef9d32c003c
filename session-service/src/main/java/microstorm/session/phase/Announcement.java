package microstorm.session.phase;

import java.time.Instant;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A phase that begins soon, unless a facilitator stops it. */
@Schema(description = "A phase that begins soon, unless a facilitator stops it.")
public record Announcement(
    @Schema(description = "The announced phase.") Phase to,
    @Schema(description = "The time of the announcement.") Instant announcedAt,
    @Schema(description = "The time at which the phase begins.") Instant beginsAt) {

  /** The announcement of a session; null when there is none. */
  public static @Nullable Announcement of(Session session) {
    return session.nextPhase == null
        ? null
        : new Announcement(session.nextPhase, session.announcedAt, session.nextPhaseAt);
  }
}
