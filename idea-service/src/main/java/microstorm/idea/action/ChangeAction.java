package microstorm.idea.action;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import microstorm.idea.text.ShortText;
import microstorm.web.input.PatchField;
import microstorm.web.input.PatchValue;
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
                "The name of the person who will do it, one line. null removes the owner.",
            maxLength = 200,
            examples = "Ana")
        PatchField<@ShortText String> owner,
    @Schema(
            implementation = LocalDate.class,
            description = "The due date, in the years 1900 to 9999. null removes it.")
        PatchField<@CalendarDay LocalDate> dueOn,
    @Schema(
            description =
                "The new state: open, done or dropped. The state of an action that was carried over"
                    + " can be changed from the lobby on.",
            examples = "done")
        @PatchValue
        @Pattern(regexp = "open|done|dropped", message = "must be open, done or dropped")
        String state) {

  /** Whether the request changes nothing except the state. */
  boolean reports() {
    return text == null && owner == null && dueOn == null;
  }
}
