package microstorm.session.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Silent writing has ended and everything is shown. {@code quietSeconds} is what it lasted without
 * the breaks of {@code pausedSeconds}; {@code endedEarly}: because everyone said that they were
 * done.
 */
public record SharingStarted(
    UUID sessionId, Instant startedAt, long quietSeconds, long pausedSeconds, boolean endedEarly)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.sharing-started.v1";
  }
}
