package microstorm.report.book;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The phase of a session, as its events report it. */
@Schema(
    description =
        "The phase that the session is in. `closed` is the end of a session, `cancelled` the end of"
            + " one that never shared ideas. A session that was imported from a log is `closed`.")
public enum SessionPhase {
  PLANNED,
  LOBBY,
  QUIET,
  SHARING,
  CONVERGING,
  CLOSING,
  CLOSED,
  CANCELLED;

  /** The name in JSON and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SessionPhase of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
