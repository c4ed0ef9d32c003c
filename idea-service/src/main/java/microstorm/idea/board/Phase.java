package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phase of the board's session, according to the last event of session-service. */
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

  /** The phase's name in the API and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether people make changes that others do not see: ideas in the quiet phase, and dots and
   * marks until they are counted.
   */
  public boolean hidesChanges() {
    return this == QUIET || this == CONVERGING;
  }

  /**
   * Whether ideas are hidden from everybody but their authors: in the quiet phase, before it if the
   * group went back, and for good if the session was cancelled.
   */
  public boolean hidesIdeas() {
    return compareTo(SHARING) < 0 || this == CANCELLED;
  }

  /**
   * Whether a person's view can contain what nobody else may see: their dots and marks, and their
   * ideas of the quiet phase. These are still there after the group went back to an earlier phase.
   */
  public boolean isConfidential() {
    return hidesIdeas() || this == CONVERGING;
  }

  /** Whether the dots and marks are counted, and everyone sees the results. */
  public boolean showsResults() {
    return this == AGREEING || this == CLOSING || this == CLOSED;
  }

  /** Whether the group is together, from the lobby until the session closes. */
  public boolean isRunning() {
    return compareTo(LOBBY) >= 0 && compareTo(AGREEING) <= 0;
  }

  /** Whether the board accepts no more changes. */
  public boolean isOver() {
    return compareTo(CLOSING) >= 0;
  }
}
