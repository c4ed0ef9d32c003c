package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The phase of a board's session, as the last event of session-service has it. */
public enum Phase {
  PLANNED,
  LOBBY,
  QUIET,
  SHARING,
  CONVERGING,
  CLOSING,
  CLOSED,
  CANCELLED;

  /** The phase's name in the API and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a board takes nothing any more. */
  public boolean isOver() {
    return compareTo(CLOSING) >= 0;
  }
}
