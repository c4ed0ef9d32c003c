package microstorm.session.checklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The items of a comfortable environment (the log's fifth standard). */
public enum ChecklistItem {
  /** A room where the group is comfortable. */
  ROOM,
  /** Tools for writing and drawing. */
  TOOLS,
  /** Enough time. */
  TIME,
  /** No interruptions. */
  INTERRUPTIONS;

  /** The name of the item in the API, in events and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
