package microstorm.idea.action;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the list of a team's actions. */
@Schema(description = "A page of the list of the team's actions.")
public record ActionPage(
    @Schema(
            description =
                "The actions: open ones first, by due date, so that late ones come first, then those"
                    + " without one; after them finished ones, the newest first.")
        List<Action> items,
    @Schema(
            description = "The `cursor` of the next page. Absent on the last page.",
            examples = "OTQ5OS8wMTkwYTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE")
        @Nullable String next) {}
