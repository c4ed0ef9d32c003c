package microstorm.idea.action;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import microstorm.http.NewId;
import microstorm.http.input.PatchField;
import microstorm.http.input.Patches;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Created;
import microstorm.idea.event.ActionRemoved;
import microstorm.idea.event.TeamActionRemoved;
import microstorm.idea.idea.Ideas;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Adds, changes and removes actions, each in a transaction. */
@ApplicationScoped
class ActionService {

  private final Actions actions;
  private final ShownActions shown;
  private final Assignees assignees;
  private final Ideas ideas;
  private final Boards boards;
  private final BoardsConfig bounds;
  private final Outbox outbox;
  private final NewId newId;
  private final Clock clock;

  ActionService(
      Actions actions,
      ShownActions shown,
      Assignees assignees,
      Ideas ideas,
      Boards boards,
      BoardsConfig bounds,
      Outbox outbox,
      NewId newId,
      Clock clock) {
    this.actions = actions;
    this.shown = shown;
    this.assignees = assignees;
    this.ideas = ideas;
    this.boards = boards;
    this.bounds = bounds;
    this.outbox = outbox;
    this.newId = newId;
    this.clock = clock;
  }

  @Transactional
  Created<Action> add(UUID sessionId, Viewer viewer, AddAction request) {
    Board board = boards.lock(sessionId, viewer, ActivityRules.ACT);
    UUID id = Objects.requireNonNullElseGet(request.id(), newId::get);
    Optional<Action> same = actions.find(sessionId, id);
    if (same.isPresent()) {
      boolean asked = request.isOf(same.get());
      return Created.before(same.get(), "action", asked, actions.isChanged(id));
    }
    if (request.ideaId() != null) {
      ideas.seen(viewer, sessionId, request.ideaId());
    }
    Assignee assignee =
        assignees.named(board.teamId(), sessionId, request.owner(), request.participantId());
    Created.checkRoom(
        actions.of(sessionId).size(), actions.removed(sessionId), bounds.maxActions(), "actions");
    long seq = boards.advance(sessionId);
    Action action = Action.agreed(id, sessionId, BoardClock.position(seq), request, assignee);
    if (!actions.add(action, seq)) {
      throw Created.idInUse("action");
    }
    requireRoom(board.teamId());
    outbox.append(ActionEvents.added(action, seq));
    return Created.now(action);
  }

  /** Changes an action, of whatever session of the team, if this person may do so. */
  @Transactional
  Action change(ActionEditor editor, UUID id, ChangeAction request) {
    Optional<Action> found = lock(editor.teamId(), id, editor.sessionId());
    Board board = editor.sessionId() == null ? null : boards.lock(editor.sessionId());
    boolean empty = Patches.isEmpty(request);
    Action before = found.orElseThrow(() -> empty ? notFound() : absent(editor.viewer(), board));
    boolean shows = board != null && shown.versions(Set.of(board.sessionId())).size() == 1;
    if (empty) {
      ActionRules.checkSeen(editor.viewer(), board, shows, before);
      return before;
    }
    ActionRules.checkChange(editor.viewer(), board, shows, before, request.onlyState());
    Action action = changed(before, editor, board, request);
    if (!action.equals(before)) {
      store(editor.teamId(), action);
    }
    if (action.state().equals(Action.OPEN) && !before.state().equals(Action.OPEN)) {
      requireRoom(editor.teamId());
    }
    return action;
  }

  /** After the change, so that two simultaneous ones do not exceed the limit together. */
  private void requireRoom(UUID teamId) {
    if (actions.areMoreThan(bounds.maxTeamActions(), teamId)) {
      throw BoardProblem.BOARD_FULL.exception(
          "A team can have at most %,d actions that are open or whose session was deleted. Finish or delete some."
              .formatted(bounds.maxTeamActions()));
    }
  }

  /**
   * The action, locked until the transaction ends, after the boards: the one in which it was agreed
   * and the one of the change.
   */
  private Optional<Action> lock(UUID teamId, UUID id, @Nullable UUID sessionId) {
    UUID home = actions.ofTeam(teamId, id).map(Action::sessionId).orElse(null);
    boards.lockAll(
        Stream.of(Optional.ofNullable(home), Optional.ofNullable(sessionId))
            .flatMap(Optional::stream)
            .collect(Collectors.toSet()));
    return actions.lock(teamId, id);
  }

  /** The refusal for an absent action; in a break or an early phase it may only be absent yet. */
  private static ProblemException absent(Viewer viewer, @Nullable Board board) {
    if (viewer.isSeated()) {
      ActivityRules.ACT.checkRole(viewer.role());
      ActivityRules.ACT.checkPhase(board);
    }
    return notFound();
  }

  private Action changed(
      Action before, ActionEditor editor, @Nullable Board board, ChangeAction request) {
    Assignee assignee = assignees.after(before, editor, request);
    String state = Objects.requireNonNullElse(request.state(), before.state());
    boolean finishes = !state.equals(before.state()) && !state.equals(Action.OPEN);
    boolean stays = state.equals(before.state());
    UUID session = board != null && board.phase().isRunning() ? board.sessionId() : null;
    return new Action(
        before.id(),
        before.sessionId(),
        before.ideaId(),
        before.position(),
        Objects.requireNonNullElse(request.text(), before.text()).strip(),
        assignee.name(),
        assignee.participantId(),
        PatchField.or(request.dueOn(), before.dueOn()),
        state,
        stays ? before.finishedIn() : finishes ? session : null,
        stays ? before.finishedAt() : finishes ? clock.instant() : null);
  }

  /** Stores the changed action and publishes it. */
  private void store(UUID teamId, Action action) {
    if (action.sessionId() == null) {
      actions.change(action, action.position());
      outbox.append(ActionEvents.ofTeam(teamId, action));
    } else {
      long seq = boards.advance(action.sessionId());
      actions.change(action, seq);
      outbox.append(ActionEvents.changed(action, seq));
    }
  }

  /** Removes an action from the session in which it is agreed. A repetition changes nothing. */
  @Transactional
  void remove(UUID sessionId, Viewer viewer, UUID id) {
    boards.lock(sessionId, viewer, ActivityRules.ACT);
    if (actions.isRemoved(sessionId, id)) {
      return;
    }
    actions.find(sessionId, id).orElseThrow(ActionService::notFound);
    long seq = boards.advance(sessionId);
    actions.remove(id, seq);
    outbox.append(new ActionRemoved(sessionId, seq, id));
  }

  /** Deletes an action of the team for good, at any time. A repetition changes nothing. */
  @Transactional
  void forget(UUID teamId, UUID id) {
    if (actions.isRemovedFromTeam(teamId, id)) {
      return;
    }
    Action action = lock(teamId, id, null).orElseThrow(ActionService::notFound);
    if (action.sessionId() == null) {
      actions.forget(action.id(), action.position());
      actions.forgetRemoved(teamId);
      outbox.append(new TeamActionRemoved(teamId, action.id()));
    } else {
      long seq = boards.advance(action.sessionId());
      actions.forget(action.id(), seq);
      outbox.append(new ActionRemoved(action.sessionId(), seq, action.id()));
    }
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("action");
  }
}
