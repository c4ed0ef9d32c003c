package microstorm.session.timer;

import java.util.UUID;

/**
 * Something that happens to a session at a time.
 *
 * @param ref the session, or the break that it is about
 */
public record Timer(TimerKind kind, UUID ref, UUID sessionId) {

  /** A timer of a session as a whole. */
  public static Timer of(TimerKind kind, UUID sessionId) {
    return new Timer(kind, sessionId, sessionId);
  }
}
