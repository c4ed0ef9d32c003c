package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.messaging.outbox.Outbox;
import microstorm.web.NewId;

/** Takes the open actions of a team's earlier session over into its next one. */
@ApplicationScoped
public class CarriedActions {

  private final Actions actions;
  private final Boards boards;
  private final Outbox outbox;
  private final NewId newId;

  CarriedActions(Actions actions, Boards boards, Outbox outbox, NewId newId) {
    this.actions = actions;
    this.boards = boards;
    this.outbox = outbox;
    this.newId = newId;
  }

  /**
   * Copies the open actions of an earlier session of the same team to a locked board. The earlier
   * board stays unchanged. Runs in the caller's transaction.
   */
  public void carry(UUID earlierSessionId, UUID sessionId) {
    for (Action open : actions.openOf(earlierSessionId, sessionId)) {
      long seq = boards.advance(sessionId);
      Action carried =
          new Action(
              newId.get(),
              null,
              BoardClock.position(seq),
              open.text(),
              open.owner(),
              open.dueOn(),
              Action.OPEN,
              open.id());
      actions.put(sessionId, carried, seq);
      outbox.append(ActionService.added(sessionId, carried, seq));
    }
  }
}
