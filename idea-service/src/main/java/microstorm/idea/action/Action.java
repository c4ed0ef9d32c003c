package microstorm.idea.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that somebody will do.
 *
 * @param ideaId the idea that it comes from, if any, as long as that stands
 * @param position its place among the board's actions
 * @param owner who will do it; left out while nobody is found
 * @param state open, done or dropped
 * @param carriedFrom the action of the team's earlier session that it goes on with, if any
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

  /** The state of what is yet to be done. */
  static final String OPEN = "open";

  /** The same, when its idea was withdrawn. */
  Action withoutIdea() {
    return new Action(id, null, position, text, owner, dueOn, state, carriedFrom);
  }
}
