package microstorm.session.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a session is in its life (design, section 2). */
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
}
