package microstorm.idea.action;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.text.ShortText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to add an action. */
@Schema(description = "A new action. It begins in the state open.")
public record AddAction(
    @Schema(
            description =
                "An id that the client chooses, so that a repeated request does not add the action"
                    + " twice. The service chooses one if it is absent.")
        UUID id,
    @Schema(
            description = "The task, one line.",
            maxLength = AddAction.MAX_LENGTH,
            examples = "Ask three customers")
        @NotNull
        @ShortText(max = AddAction.MAX_LENGTH)
        String text,
    @Schema(
            description = "The name of the person who will do it, in or outside the group.",
            maxLength = 200,
            examples = "Ana")
        @ShortText
        String owner,
    @Schema(
            description =
                "The seat of the person who will do it: a participant or facilitator of this"
                    + " session. Without an owner, the action takes the name of this seat.")
        UUID participantId,
    @Schema(description = "The due date, in the years 1900 to 9999.") @CalendarDay LocalDate dueOn,
    @Schema(description = "The idea that the action comes from.") UUID ideaId) {

  /** The maximum number of characters of an action. */
  static final int MAX_LENGTH = 500;

  /** Whether an action has exactly this content. */
  boolean isOf(Action action) {
    return action.text().equals(text.strip())
        && (owner == null && participantId != null || Objects.equals(action.owner(), owner))
        && Objects.equals(action.participantId(), participantId)
        && Objects.equals(action.dueOn(), dueOn)
        && Objects.equals(action.ideaId(), ideaId);
  }
}
