package microstorm.session.checklist;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import microstorm.http.input.InputLists;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The items to tick. */
@Schema(description = "The items to tick. All others become unticked.")
public record TickItems(
    @Schema(
            description = "The ticked items in any order. An empty list unticks all.",
            examples = "[\"room\", \"time\"]")
        @NotNull
        @Size(max = MAX_ENTRIES, message = "must have at most {max} entries")
        List<@NotNull ChecklistItem> ticked) {

  private static final int MAX_ENTRIES = 20;

  public TickItems {
    ticked = InputLists.truncate(ticked, MAX_ENTRIES);
  }
}
