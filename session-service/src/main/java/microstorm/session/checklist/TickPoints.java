package microstorm.session.checklist;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The items to tick; all others become unticked. */
public record TickPoints(
    @NotNull @Size(max = 20, message = "must have at most {max} entries")
        List<@NotNull ChecklistItem> ticked) {}
