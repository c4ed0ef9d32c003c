package microstorm.report.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.webhook.occurrence.WebhookEvents;
import org.jdbi.v3.core.Jdbi;

/** Projects the actions of teams, and which sessions showed them. */
@ApplicationScoped
class ActionProjection {

  /** What stayed with the team when its session was deleted does not return to the session. */
  private static final String OF_SESSION =
      """
      insert into report_action (id, session_id, idea_id, text, owner, due_on, state, carried_from,
        finished_in, finished_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set idea_id = excluded.idea_id, text = excluded.text,
        owner = excluded.owner, due_on = excluded.due_on, state = excluded.state,
        finished_in = excluded.finished_in, finished_at = excluded.finished_at
      where report_action.session_id is not null
      """;

  private static final String OF_TEAM =
      """
      insert into report_action (id, team_id, text, owner, due_on, state, finished_in, finished_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set session_id = null, idea_id = null, team_id = excluded.team_id,
        text = excluded.text, owner = excluded.owner, due_on = excluded.due_on,
        state = excluded.state, finished_in = excluded.finished_in,
        finished_at = excluded.finished_at
      """;

  /** A seal counts the actions that the board had, so it is corrected by what is removed later. */
  private static final String REMOVE =
      """
      with removed as (delete from report_action where id = ? returning session_id)
      update report_board set actions = actions - 1
      from removed where report_board.session_id = removed.session_id
      """;

  private static final String SHOW =
      "insert into report_action_shown (session_id, action_id) values (?, ?) on conflict do nothing";

  private static final String DONE = "done";

  private final Jdbi database;
  private final WebhookEvents webhooks;

  ActionProjection(Jdbi database, WebhookEvents webhooks) {
    this.database = database;
    this.webhooks = webhooks;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher readers) {
    readers
        .on(IdeaEvent.Action.ADDED_TYPE, IdeaEvent.Action.class, this::added)
        .on(IdeaEvent.Action.CHANGED_TYPE, IdeaEvent.Action.class, this::changed)
        .on(IdeaEvent.TeamAction.TYPE, IdeaEvent.TeamAction.class, this::keep)
        .on(IdeaEvent.ActionRemoved.TYPE, IdeaEvent.ActionRemoved.class, this::remove)
        .on(IdeaEvent.ActionRemoved.OF_TEAM_TYPE, IdeaEvent.ActionRemoved.class, this::remove)
        .on(
            IdeaEvent.ActionsShown.TYPE,
            IdeaEvent.ActionsShown.class,
            shown -> shown.actionIds().forEach(id -> execute(SHOW, shown.sessionId(), id)));
  }

  private void added(IdeaEvent.Action action, IncomingEvent event) {
    store(action);
    if (action.carriedFrom() == null) {
      webhooks.actionCreated(action.sessionId(), action.actionId(), event.time());
    }
  }

  private void changed(IdeaEvent.Action action, IncomingEvent event) {
    store(action);
    webhooks.actionChanged(action.actionId(), action.text(), action.dueOn());
    if (DONE.equals(action.state()) && action.carriedFrom() == null) {
      webhooks.actionDone(
          null, action.sessionId(), action.actionId(), action.finishedAt(), event.time());
    }
  }

  private void store(IdeaEvent.Action action) {
    execute(
        OF_SESSION,
        action.actionId(),
        action.sessionId(),
        action.ideaId(),
        action.text(),
        action.owner(),
        action.dueOn(),
        action.state(),
        action.carriedFrom(),
        action.finishedIn(),
        time(action.finishedAt()));
  }

  private void keep(IdeaEvent.TeamAction action, IncomingEvent event) {
    execute(
        OF_TEAM,
        action.actionId(),
        action.teamId(),
        action.text(),
        action.owner(),
        action.dueOn(),
        action.state(),
        action.finishedIn(),
        time(action.finishedAt()));
    webhooks.actionChanged(action.actionId(), action.text(), action.dueOn());
    if (DONE.equals(action.state())) {
      webhooks.actionDone(
          action.teamId(), null, action.actionId(), action.finishedAt(), event.time());
    }
  }

  private void remove(IdeaEvent.ActionRemoved action) {
    execute(REMOVE, action.actionId());
    execute("delete from report_action_shown where action_id = ?", action.actionId());
    execute(
        "update report_action set text = '', owner = null where original_id = ?",
        action.actionId());
    webhooks.actionRemoved(action.actionId());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }
}
