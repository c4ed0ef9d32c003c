package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * The quiet phase has ended and all ideas are shared. {@code quietSeconds} is its length without
 * breaks, {@code pausedSeconds} the length of the breaks; {@code endedEarly}: it ended before its
 * minimum time, because everyone was ready.
 */
public record SharingStarted(
    UUID sessionId, Instant startedAt, long quietSeconds, long pausedSeconds, boolean endedEarly)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.sharing-started.v1";
  }
}
