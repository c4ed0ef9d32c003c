package microstorm.report.webhook.occurrence;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import microstorm.report.database.StoredJson;
import microstorm.report.webhook.WebhookConfig;
import microstorm.report.webhook.WebhookEventData;
import microstorm.report.webhook.WebhookEventType;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Notes what happened, for the webhooks that ask for it. Runs in the transaction that applies the
 * event, so a note exists if and only if the event was applied. The id of a note is made of what
 * happened: an event that is applied again leads to no second delivery.
 */
@ApplicationScoped
public class WebhookEvents {

  private static final String NOTE =
      """
      insert into webhook_occurrence (event_id, type, team_id, session_id, action_id, occurred_at,
        detail, noted_at, check_at)
      select :id, :type, cast(:team as uuid), cast(:session as uuid), cast(:action as uuid),
        cast(:at as timestamptz), cast(:detail as jsonb), cast(:now as timestamptz),
        cast(:now as timestamptz)
      where exists (select from webhook_subscription where type = :type)
      on conflict do nothing
      """;

  private static final String FOLLOW =
      """
      update webhook_delivery set data = jsonb_set(jsonb_set(data, '{action,text}', to_jsonb(?::text)),
        '{action,dueOn}', coalesce(to_jsonb(?::date), 'null'))
      where action_id = ?
      """;

  private final Jdbi database;
  private final WebhookConfig config;
  private final StoredJson json;
  private final Clock clock;

  WebhookEvents(Jdbi database, WebhookConfig config, StoredJson json, Clock clock) {
    this.database = database;
    this.config = config;
    this.json = json;
    this.clock = clock;
  }

  /** A session that was held here has closed. Its report is complete then, or later. */
  public void sessionClosed(UUID sessionId, int participants, Instant at) {
    for (WebhookEventType type :
        new WebhookEventType[] {
          WebhookEventType.SESSION_CLOSED, WebhookEventType.REPORT_COMPLETED
        }) {
      note(
          new Occurrence(
              id(type, sessionId.toString()),
              type,
              null,
              sessionId,
              null,
              at,
              json.write(new Occurrence.Closing(participants))));
    }
  }

  /** The quiet phase of a session over days ends soon. */
  public void quietEndNear(
      UUID sessionId, Instant at, Instant endsAt, int hoursLeft, int awaited, int notReady) {
    WebhookEventType type = WebhookEventType.SESSION_REMINDER;
    note(
        new Occurrence(
            id(type, sessionId + " " + endsAt + " " + hoursLeft),
            type,
            null,
            sessionId,
            null,
            at,
            json.write(
                new WebhookEventData.WebhookReminder(endsAt, hoursLeft, awaited, notReady))));
  }

  /** A session has agreed on an action. */
  public void actionCreated(UUID sessionId, UUID actionId, Instant at) {
    WebhookEventType type = WebhookEventType.ACTION_CREATED;
    note(new Occurrence(id(type, actionId.toString()), type, null, sessionId, actionId, at, null));
  }

  /**
   * An action is done.
   *
   * @param teamId null if the session tells the team
   * @param sessionId null if the session was deleted
   * @param finishedAt what tells apart an action that was reopened and done again; null in events
   *     of earlier versions
   */
  public void actionDone(
      @Nullable UUID teamId,
      @Nullable UUID sessionId,
      UUID actionId,
      @Nullable Instant finishedAt,
      Instant at) {
    WebhookEventType type = WebhookEventType.ACTION_DONE;
    note(
        new Occurrence(
            id(type, actionId + " " + finishedAt), type, teamId, sessionId, actionId, at, null));
  }

  /** An action has another text or date: deliveries that wait, or are replayed, have those. */
  public void actionChanged(UUID actionId, String text, @Nullable LocalDate dueOn) {
    database.useHandle(handle -> handle.execute(FOLLOW, text, dueOn, actionId));
  }

  /** An action was removed, and so is what was noted and stored about it. */
  public void actionRemoved(UUID actionId) {
    database.useHandle(
        handle -> {
          handle.execute("delete from webhook_occurrence where action_id = ?", actionId);
          handle.execute("delete from webhook_delivery where action_id = ?", actionId);
        });
  }

  private static UUID id(WebhookEventType type, String what) {
    return UUID.nameUUIDFromBytes((type.label() + " " + what).getBytes(UTF_8));
  }

  /** Deliveries are kept for a time, and nothing that is older leads to one. */
  private void note(Occurrence occurrence) {
    Instant now = clock.instant();
    if (!config.enabled() || occurrence.at().isBefore(now.minus(config.deliveriesKeptFor()))) {
      return;
    }
    database.useHandle(
        handle ->
            handle
                .createUpdate(NOTE)
                .bind("id", occurrence.eventId())
                .bind("type", occurrence.type().label())
                .bind("team", occurrence.teamId())
                .bind("session", occurrence.sessionId())
                .bind("action", occurrence.actionId())
                .bind("at", occurrence.at())
                .bind("detail", occurrence.detail())
                .bind("now", now)
                .execute());
  }
}
