package microstorm.report.course;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of entries in the timeline of a session. */
@Schema(description = "The kind of an entry in the timeline of a session.")
public enum HappeningKind {
  LOBBY_OPENED,
  QUIET_STARTED,
  QUIET_TIME_OVER,
  SHARING_STARTED,
  CONVERGING_STARTED,
  AGREEING_STARTED,
  PHASE_REVERTED,
  BREAK_PROPOSED,
  BREAK_STARTED,
  BREAK_ENDED,
  ROOMS_FORMED,
  ROOMS_MERGED,
  CHECKLIST_CHANGED,
  IDEA_TAKEN_DOWN,
  IDEA_REINSTATED,
  IDEA_REDACTED,
  CLOSING,
  CANCELLED;

  /** The name in JSON, in the database and in the type of the event. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static HappeningKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
