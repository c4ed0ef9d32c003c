package microstorm.session.core;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phases of a session (docs/architecture.md). */
@Schema(
    description =
        "The phase of a session. `planned`: people may take seats. `lobby`: people gather."
            + " `quiet`: everyone writes in silence. `sharing`: everyone sees all ideas, builds on"
            + " them and groups them. `converging`: the group gives dots and marks. `agreeing`:"
            + " everyone sees the results, and the group agrees on actions. `closing`: the board is"
            + " being sealed and nothing changes any more. `closed`: the session is over."
            + " `cancelled`: the session ended before it shared ideas.")
public enum Phase {
  PLANNED,
  LOBBY,
  QUIET,
  SHARING,
  CONVERGING,
  AGREEING,
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

  /** Whether the group can be split into rooms. Later it chooses and agrees together. */
  public boolean hasRooms() {
    return compareTo(SHARING) <= 0;
  }

  /** Whether the session is over, and its board is sealed. */
  public boolean hasEnded() {
    return this == CLOSED || this == CANCELLED;
  }

  /** Whether the session accepts no more changes. */
  public boolean isOver() {
    return compareTo(CLOSING) >= 0;
  }
}
