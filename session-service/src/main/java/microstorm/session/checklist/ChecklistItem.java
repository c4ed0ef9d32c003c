package microstorm.session.checklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The items of a comfortable environment (the log's fifth standard). */
@Schema(
    description =
        "An item of a comfortable environment. `room`: a room where the group is comfortable."
            + " `tools`: tools for writing and drawing. `time`: enough time. `interruptions`: no"
            + " interruptions.")
public enum ChecklistItem {
  ROOM,
  TOOLS,
  TIME,
  INTERRUPTIONS;

  /** The name of the item in the API, in events and in the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The items with these labels. */
  public static List<ChecklistItem> of(List<String> labels) {
    return labels.stream().map(label -> valueOf(label.toUpperCase(Locale.ROOT))).toList();
  }
}
