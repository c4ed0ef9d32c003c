package microstorm.session.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The phases of a session (docs/architecture.md). */
public enum Phase {
  PLANNED,
  LOBBY,
  QUIET,
  SHARING,
  CONVERGING,
  CLOSING,
  CLOSED,
  CANCELLED;

  /** The phase's name in the API, in events and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the group is yet to begin. */
  public boolean isBeforeStart() {
    return compareTo(QUIET) < 0;
  }

  /** Whether the group is at work, or having a break from it. */
  public boolean isRunning() {
    return !isBeforeStart() && !isOver();
  }

  /** Whether the session takes nothing any more. */
  public boolean isOver() {
    return compareTo(CLOSING) >= 0;
  }
}
