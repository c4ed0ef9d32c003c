package microstorm.session.timer;

import java.util.Locale;

/** The purpose of a timer. */
public enum TimerKind {
  /** The minimum quiet time is over. */
  QUIET_OVER,
  /** People are reminded that a quiet phase over days ends soon. */
  QUIET_REMINDER,
  /** The announced phase begins. */
  PHASE_DUE,
  /** The group has worked long enough for a break to be proposed. */
  BREAK_DUE,
  /** A scheduled break begins. */
  BREAK_START,
  /** A break is over. */
  BREAK_OVER,
  /** The session ends by itself, because nobody closed or started it. */
  CLOSE,
  /** The session is closing, and the seal of its board has not arrived. */
  SEAL_MISSING,
  /** The time has passed for which the team keeps a session that has ended. */
  DELETE;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
