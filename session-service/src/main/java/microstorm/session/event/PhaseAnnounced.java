package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** A session will enter a phase at this time, unless a facilitator stops it before. */
public record PhaseAnnounced(UUID sessionId, String to, Instant announcedAt, Instant beginsAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.phase-announced.v1";
  }
}
