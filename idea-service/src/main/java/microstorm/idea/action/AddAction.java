package microstorm.idea.action;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.board.ShortText;

/**
 * Something that somebody will do.
 *
 * @param id chosen by the client, so that a retry cannot double it; one is made when it is left out
 * @param owner who will do it; may be left out
 * @param dueOn until when; may be left out
 * @param ideaId the idea that it comes from; may be left out
 */
public record AddAction(
    UUID id,
    @NotNull @ShortText(max = AddAction.MAX_LENGTH) String text,
    @ShortText String owner,
    @CalendarDay LocalDate dueOn,
    UUID ideaId) {

  /** Most characters of an action. */
  static final int MAX_LENGTH = 500;

  /** Whether an action has just these contents. */
  boolean isOf(Action action) {
    return action.text().equals(text.strip())
        && Objects.equals(action.owner(), owner)
        && Objects.equals(action.dueOn(), dueOn)
        && Objects.equals(action.ideaId(), ideaId);
  }
}
