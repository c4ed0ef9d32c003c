package microstorm.session.checklist;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The points that are ticked from now on; the others are not. */
public record TickPoints(@NotNull @Size(max = 20) List<@NotNull ChecklistItem> ticked) {}
