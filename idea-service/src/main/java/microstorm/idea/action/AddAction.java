package microstorm.idea.action;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.text.ShortText;

/**
 * A task that somebody will do after the session.
 *
 * @param id chosen by the client, so that a retry does not add it twice; generated when absent
 * @param owner the person who will do it; optional
 * @param dueOn the due date; optional
 * @param ideaId the idea that it comes from; optional
 */
public record AddAction(
    UUID id,
    @NotNull @ShortText(max = AddAction.MAX_LENGTH) String text,
    @ShortText String owner,
    @CalendarDay LocalDate dueOn,
    UUID ideaId) {

  /** The maximum number of characters of an action. */
  static final int MAX_LENGTH = 500;

  /** Whether an action has exactly this content. */
  boolean isOf(Action action) {
    return action.text().equals(text.strip())
        && Objects.equals(action.owner(), owner)
        && Objects.equals(action.dueOn(), dueOn)
        && Objects.equals(action.ideaId(), ideaId);
  }
}
