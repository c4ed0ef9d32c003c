package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Created;
import microstorm.idea.board.Viewer;
import microstorm.idea.event.ActionAdded;
import microstorm.idea.event.ActionChanged;
import microstorm.idea.event.ActionRemoved;
import microstorm.idea.idea.Ideas;
import microstorm.messaging.outbox.Outbox;
import microstorm.web.NewId;
import microstorm.web.input.PatchField;
import microstorm.web.problem.ProblemException;

/** Adds, changes and removes actions, each in a transaction. */
@ApplicationScoped
class ActionService {

  private final Actions actions;
  private final Ideas ideas;
  private final Boards boards;
  private final BoardsConfig bounds;
  private final Outbox outbox;
  private final NewId newId;

  ActionService(
      Actions actions,
      Ideas ideas,
      Boards boards,
      BoardsConfig bounds,
      Outbox outbox,
      NewId newId) {
    this.actions = actions;
    this.ideas = ideas;
    this.boards = boards;
    this.bounds = bounds;
    this.outbox = outbox;
    this.newId = newId;
  }

  @Transactional
  Created<Action> add(UUID sessionId, Viewer viewer, AddAction request) {
    boards.lock(sessionId, viewer, ActivityRules.ACT);
    UUID id = Objects.requireNonNullElseGet(request.id(), newId::get);
    Optional<Action> same = actions.find(sessionId, id);
    if (same.isPresent()) {
      boolean asked = request.isOf(same.get());
      return Created.before(same.get(), "action", asked, actions.isChanged(id));
    }
    if (request.ideaId() != null) {
      ideas.seen(viewer, sessionId, request.ideaId());
    }
    Created.checkRoom(
        actions.of(sessionId).size(), actions.removed(sessionId), bounds.maxActions(), "actions");
    long seq = boards.advance(sessionId);
    Action action =
        new Action(
            id,
            request.ideaId(),
            BoardClock.position(seq),
            request.text().strip(),
            request.owner(),
            request.dueOn(),
            Action.OPEN,
            null);
    if (!actions.put(sessionId, action, seq)) {
      throw Created.idInUse("action");
    }
    outbox.append(added(sessionId, action, seq));
    return Created.now(action);
  }

  static ActionAdded added(UUID sessionId, Action action, long seq) {
    return new ActionAdded(
        sessionId,
        seq,
        action.id(),
        action.ideaId(),
        action.text(),
        action.owner(),
        action.dueOn(),
        action.state(),
        action.carriedFrom());
  }

  /**
   * The state of a carried action can be changed from the lobby to the end, because groups often
   * review it at the start.
   */
  @Transactional
  Action change(UUID sessionId, Viewer viewer, UUID id, ChangeAction request) {
    Board board = boards.lock(sessionId, viewer, ActivityRules.FOLLOW_UP);
    Action before = get(sessionId, id);
    if (before.carriedFrom() == null || !request.reports()) {
      ActivityRules.ACT.checkPhase(board);
    }
    Action action =
        new Action(
            id,
            before.ideaId(),
            before.position(),
            Objects.requireNonNullElse(request.text(), before.text()).strip(),
            PatchField.or(request.owner(), before.owner()),
            PatchField.or(request.dueOn(), before.dueOn()),
            Objects.requireNonNullElse(request.state(), before.state()),
            before.carriedFrom());
    store(sessionId, action);
    return action;
  }

  /** Stores the changed action and publishes it. */
  private void store(UUID sessionId, Action action) {
    long seq = boards.advance(sessionId);
    actions.put(sessionId, action, seq);
    outbox.append(
        new ActionChanged(
            sessionId,
            seq,
            action.id(),
            action.ideaId(),
            action.text(),
            action.owner(),
            action.dueOn(),
            action.state()));
  }

  /** Removes an action. A repetition has no further effect. */
  @Transactional
  void remove(UUID sessionId, Viewer viewer, UUID id) {
    boards.lock(sessionId, viewer, ActivityRules.ACT);
    if (actions.isRemoved(sessionId, id)) {
      return;
    }
    get(sessionId, id);
    long seq = boards.advance(sessionId);
    actions.remove(id, seq);
    outbox.append(new ActionRemoved(sessionId, seq, id));
  }

  private Action get(UUID sessionId, UUID id) {
    return actions.find(sessionId, id).orElseThrow(() -> ProblemException.notFound("action"));
  }
}
