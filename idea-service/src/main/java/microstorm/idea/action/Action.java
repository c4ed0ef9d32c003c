package microstorm.idea.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody will do after the session in which it was agreed. It belongs to the team.
 */
@Schema(
    description =
        "A task that somebody will do after the session in which it was agreed. It belongs to the"
            + " team.")
public record Action(
    @Schema(description = "The id of the action.") UUID id,
    @Schema(
            description =
                "The session in which the action was agreed; absent if that session was deleted.")
        @Nullable UUID sessionId,
    @Schema(description = "The idea that the action comes from; absent if there is none.")
        @Nullable UUID ideaId,
    @Schema(
            description =
                "The place among the actions of the session in which it was agreed. Only the order"
                    + " of positions has a meaning.",
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
    @Schema(
            description =
                "The seat of the person who will do it, in any session of the team. This person may"
                    + " change the state at any time. Absent if only a name, or nobody, is named.")
        @Nullable UUID participantId,
    @Schema(description = "The due date; absent if there is none.") @Nullable LocalDate dueOn,
    @Schema(
            description =
                "The state of the action. `dropped` means that the team let it go without doing it.",
            enumeration = {"open", "done", "dropped"},
            examples = "open")
        String state,
    @Schema(
            description =
                "The session in which the action was done or dropped; absent while it is open, and"
                    + " if that did not happen in a session.")
        @Nullable UUID finishedIn,
    @Schema(
            description =
                "The time at which the action was done or dropped; absent while it is open.")
        @Nullable Instant finishedAt) {

  /** The state of an action that is not done yet. */
  static final String OPEN = "open";

  /** A new action, agreed in a session. */
  static Action agreed(
      UUID id, UUID sessionId, int position, AddAction request, Assignee assignee) {
    return new Action(
        id,
        sessionId,
        request.ideaId(),
        position,
        request.text().strip(),
        assignee.name(),
        assignee.participantId(),
        request.dueOn(),
        OPEN,
        null,
        null);
  }
}
