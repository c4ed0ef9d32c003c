package microstorm.idea.action;

import java.util.UUID;
import microstorm.idea.event.ActionAdded;
import microstorm.idea.event.ActionChanged;
import microstorm.idea.event.TeamActionChanged;

/** The events of an action. */
final class ActionEvents {

  private ActionEvents() {}

  static ActionAdded added(Action action, long seq) {
    return new ActionAdded(
        action.sessionId(),
        seq,
        action.id(),
        action.ideaId(),
        action.text(),
        action.owner(),
        action.dueOn(),
        action.state());
  }

  static ActionChanged changed(Action action, long seq) {
    return new ActionChanged(
        action.sessionId(),
        seq,
        action.id(),
        action.ideaId(),
        action.text(),
        action.owner(),
        action.dueOn(),
        action.state(),
        action.finishedIn(),
        action.finishedAt());
  }

  static TeamActionChanged ofTeam(UUID teamId, Action action) {
    return new TeamActionChanged(
        teamId,
        action.id(),
        action.text(),
        action.owner(),
        action.dueOn(),
        action.state(),
        action.finishedIn(),
        action.finishedAt());
  }
}
