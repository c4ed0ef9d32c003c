package microstorm.session.timer;

import java.util.Locale;

/** What a timer is for. */
public enum TimerKind {
  /** The least time of silent writing is over. */
  QUIET_OVER,
  /** The group has worked for so long that a break is proposed. */
  BREAK_DUE,
  /** A scheduled break begins. */
  BREAK_START,
  /** A break is over. */
  BREAK_OVER,
  /** Nobody has closed the session, or nobody has begun it. */
  CLOSE,
  /** The session is closing, and its boards have not said that they are sealed. */
  SEAL_MISSING;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
