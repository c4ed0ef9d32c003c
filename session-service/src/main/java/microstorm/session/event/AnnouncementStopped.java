package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** The announced phase does not begin: a facilitator stopped it, or it is no longer possible. */
public record AnnouncementStopped(UUID sessionId, String to, Instant stoppedAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.announcement-stopped.v1";
  }
}
