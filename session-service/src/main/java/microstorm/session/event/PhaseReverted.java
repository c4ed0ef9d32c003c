package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/** A session went back to an earlier phase. {@code from} and {@code to} are the names of phases. */
public record PhaseReverted(UUID sessionId, String from, String to, Instant revertedAt)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.phase-reverted.v1";
  }
}
