package microstorm.idea.action;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import microstorm.http.input.PatchField;
import microstorm.http.input.PatchValue;
import microstorm.idea.text.ShortText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A request to change an action. */
@Schema(description = "Changes of an action. An absent field stays as it is.")
public record ChangeAction(
    @Schema(
            description = "The new task, one line.",
            maxLength = AddAction.MAX_LENGTH,
            examples = "Ask five customers")
        @PatchValue
        @ShortText(max = AddAction.MAX_LENGTH)
        String text,
    @Schema(
            implementation = String.class,
            description =
                "The name of the person who will do it, one line. null removes the owner. Without a"
                    + " participantId, another owner also removes the seat.",
            maxLength = 200,
            examples = "Ana")
        PatchField<@ShortText String> owner,
    @Schema(
            implementation = UUID.class,
            description =
                "The seat of the person who will do it: of a participant or facilitator who is in"
                    + " the session, or for owners and members in any session of the team. Without"
                    + " an owner, the action takes the name of this seat. null removes it and keeps"
                    + " the owner.")
        PatchField<UUID> participantId,
    @Schema(
            implementation = LocalDate.class,
            description = "The due date, in the years 1900 to 9999. null removes it.")
        PatchField<@CalendarDay LocalDate> dueOn,
    @Schema(description = "The new state: open, done or dropped.", examples = "done")
        @PatchValue
        @Pattern(regexp = "open|done|dropped", message = "must be open, done or dropped")
        String state) {

  /** Whether the request changes nothing except the state. */
  boolean onlyState() {
    return text == null && owner == null && participantId == null && dueOn == null;
  }
}
