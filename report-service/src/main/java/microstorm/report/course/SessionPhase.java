package microstorm.report.course;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phase of a session, as its events report it. */
@Schema(
    name = "Phase",
    description =
        "The phase of a session. `planned`: people may take seats. `lobby`: people gather."
            + " `quiet`: everyone writes in silence. `sharing`: everyone sees all ideas, builds on"
            + " them and groups them. `converging`: the group gives dots and marks. `agreeing`:"
            + " everyone sees the results, and the group agrees on actions. `closing`: the board is"
            + " being sealed and nothing changes any more. `closed`: the session is over."
            + " `cancelled`: the session ended before it shared ideas.")
public enum SessionPhase {
  PLANNED,
  LOBBY,
  QUIET,
  SHARING,
  CONVERGING,
  AGREEING,
  CLOSING,
  CLOSED,
  CANCELLED;

  /** The name in JSON and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static SessionPhase of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
