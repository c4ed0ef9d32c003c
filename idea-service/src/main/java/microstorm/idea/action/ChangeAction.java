package microstorm.idea.action;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import microstorm.idea.board.ShortText;
import microstorm.web.PatchField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to change of an action; what is left out stays.
 *
 * @param owner who will do it; null for nobody yet
 * @param dueOn until when; null for no date
 * @param state open, done or dropped
 */
public record ChangeAction(
    @ShortText(max = AddAction.MAX_LENGTH) String text,
    @Schema(implementation = String.class) PatchField<@ShortText String> owner,
    @Schema(implementation = LocalDate.class) PatchField<@CalendarDay LocalDate> dueOn,
    @Pattern(regexp = "open|done|dropped", message = "must be open, done or dropped")
        String state) {

  /** Whether nothing but its state is to change. */
  boolean reports() {
    return text == null && owner == null && dueOn == null;
  }
}
