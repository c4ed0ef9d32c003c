package microstorm.session.checklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What makes an environment comfortable (the log's fifth standard). */
public enum ChecklistItem {
  /** A room where the group is comfortable. */
  ROOM,
  /** What the group writes and draws with. */
  TOOLS,
  /** Time enough. */
  TIME,
  /** Nothing interrupts. */
  INTERRUPTIONS;

  /** The point's name in the API, in events and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
