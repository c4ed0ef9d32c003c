package microstorm.session.timer;

import java.util.UUID;

/**
 * A timer of a session.
 *
 * @param ref the session or the break that the timer belongs to
 */
public record Timer(TimerKind kind, UUID ref, UUID sessionId) {

  /** A timer of a session as a whole. */
  public static Timer of(TimerKind kind, UUID sessionId) {
    return new Timer(kind, sessionId, sessionId);
  }
}
