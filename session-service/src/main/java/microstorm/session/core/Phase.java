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

  /** The name of the phase in the API, in events and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the group has not started yet. */
  public boolean isBeforeStart() {
    return compareTo(QUIET) < 0;
  }

  /** Whether the group has started and is not over, including breaks. */
  public boolean isRunning() {
    return !isBeforeStart() && !isOver();
  }

  /** Whether the session accepts no more changes. */
  public boolean isOver() {
    return compareTo(CLOSING) >= 0;
  }
}
