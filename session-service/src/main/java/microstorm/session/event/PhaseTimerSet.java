package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The end of the time for the present phase was set. No phase ends by itself.
 *
 * @param endsAt null when the phase has no such time any more
 */
public record PhaseTimerSet(UUID sessionId, Instant endsAt) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.phase-timer-set.v1";
  }
}
