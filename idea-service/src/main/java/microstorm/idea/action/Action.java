package microstorm.idea.action;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A task that somebody will do after the session. */
@Schema(description = "A task that somebody will do after the session.")
public record Action(
    @Schema(description = "The id of the action.") UUID id,
    @Schema(description = "The idea that the action comes from; absent if there is none.")
        @Nullable UUID ideaId,
    @Schema(
            description =
                "The place among the actions of the board. Only the order of positions has a"
                    + " meaning.",
            minimum = "0",
            examples = "80")
        int position,
    @Schema(
            description = "The task, one line.",
            maxLength = AddAction.MAX_LENGTH,
            examples = "Ask three customers")
        String text,
    @Schema(
            description =
                "The name of the person who will do it, in or outside the group; absent while"
                    + " nobody is named.",
            maxLength = 200,
            examples = "Ana")
        @Nullable String owner,
    @Schema(description = "The due date; absent if there is none.") @Nullable LocalDate dueOn,
    @Schema(
            description = "The state of the action.",
            enumeration = {"open", "done", "dropped"},
            examples = "open")
        String state,
    @Schema(
            description =
                "The action of an earlier session of the team that this one continues; absent if it"
                    + " is new.")
        @Nullable UUID carriedFrom) {

  /** The state of an action that is not done yet. */
  static final String OPEN = "open";
}
