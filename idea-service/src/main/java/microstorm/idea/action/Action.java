package microstorm.idea.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A task that somebody will do after the session.
 *
 * @param ideaId the idea that it comes from; null when there is none or the idea was withdrawn
 * @param position its place among the board's actions
 * @param owner the person who will do it; absent while nobody is named
 * @param state open, done or dropped
 * @param carriedFrom the action of an earlier session of the team that this one continues, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Action(
    UUID id,
    UUID ideaId,
    int position,
    String text,
    String owner,
    LocalDate dueOn,
    String state,
    UUID carriedFrom) {

  /** The state of an action that is not done yet. */
  static final String OPEN = "open";

  /** The same action without its idea, which was withdrawn. */
  Action withoutIdea() {
    return new Action(id, null, position, text, owner, dueOn, state, carriedFrom);
  }
}
