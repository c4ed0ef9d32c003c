package microstorm.idea.action;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import microstorm.idea.text.ShortText;
import microstorm.web.input.PatchField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of an action. An absent field stays as it is.
 *
 * @param owner the person who will do it; null removes the owner
 * @param dueOn the due date; null removes it
 * @param state open, done or dropped
 */
public record ChangeAction(
    @ShortText(max = AddAction.MAX_LENGTH) String text,
    @Schema(implementation = String.class) PatchField<@ShortText String> owner,
    @Schema(implementation = LocalDate.class) PatchField<@CalendarDay LocalDate> dueOn,
    @Pattern(regexp = "open|done|dropped", message = "must be open, done or dropped")
        String state) {

  /** Whether the request changes nothing except the state. */
  boolean reports() {
    return text == null && owner == null && dueOn == null;
  }
}
