package microstorm.report.webhook.occurrence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.report.webhook.WebhookEventType;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Turns what was noted into deliveries. All of it runs in the caller's transaction. */
@ApplicationScoped
class OccurrenceStore {

  private static final String DUE =
      """
      select * from webhook_occurrence where check_at <= ? order by check_at
      limit ? for update skip locked
      """;

  /** The later, the rarer, up to once in a minute. */
  private static final String POSTPONE =
      """
      update webhook_occurrence set check_at = cast(:now as timestamptz) + least(interval '1 minute',
        greatest(interval '500 milliseconds', (cast(:now as timestamptz) - noted_at) / 4))
      where event_id = :id
      """;

  /**
   * An event from before a webhook asked for it, or one whose delivery was removed, is not sent.
   */
  private static final String RECEIVERS =
      """
      select w.id from webhook w join webhook_subscription s on s.webhook_id = w.id
      where w.team_id = :team and w.active and s.type = :type
        and s.since <= :at and w.forgotten_until < :at
      order by w.id for key share of w
      """;

  private static final String DELIVER =
      """
      insert into webhook_delivery (id, webhook_id, team_id, event_id, type, session_id, action_id,
        occurred_at, data, state, created_at, due_at)
      values (:id, :webhook, :team, :event, :type, cast(:session as uuid), cast(:action as uuid),
        :at, cast(:data as jsonb), 'waiting',
        :now, :now)
      on conflict do nothing
      """;

  private final Jdbi database;
  private final NewId newId;

  OccurrenceStore(Jdbi database, NewId newId) {
    this.database = database;
    this.newId = newId;
  }

  /** Takes some that are due. No other replica takes them until the transaction ends. */
  List<Occurrence> take(Instant now, int limit) {
    return database.withHandle(
        handle ->
            handle
                .select(DUE, now, limit)
                .map(
                    (row, context) ->
                        new Occurrence(
                            row.getObject("event_id", UUID.class),
                            WebhookEventType.of(row.getString("type")),
                            row.getObject("team_id", UUID.class),
                            row.getObject("session_id", UUID.class),
                            row.getObject("action_id", UUID.class),
                            row.getTimestamp("occurred_at").toInstant(),
                            row.getString("detail")))
                .list());
  }

  /** Checks one again later. */
  void postpone(Occurrence occurrence, Instant now) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(POSTPONE)
                .bind("id", occurrence.eventId())
                .bind("now", now)
                .execute());
  }

  void remove(Occurrence occurrence) {
    database.useHandle(
        handle ->
            handle.execute(
                "delete from webhook_occurrence where event_id = ?", occurrence.eventId()));
  }

  /** Stores a delivery for each webhook of a team that asked for it, unless there is one. */
  void deliver(Occurrence occurrence, UUID teamId, String data, Instant now) {
    database.useHandle(
        handle -> {
          List<UUID> webhooks =
              handle
                  .createQuery(RECEIVERS)
                  .bind("team", teamId)
                  .bind("type", occurrence.type().label())
                  .bind("at", occurrence.at())
                  .mapTo(UUID.class)
                  .list();
          PreparedBatch deliveries = handle.prepareBatch(DELIVER);
          for (UUID webhook : webhooks) {
            deliveries
                .bind("id", newId.get())
                .bind("webhook", webhook)
                .bind("team", teamId)
                .bind("event", occurrence.eventId())
                .bind("type", occurrence.type().label())
                .bind("session", occurrence.sessionId())
                .bind("action", occurrence.actionId())
                .bind("at", occurrence.at())
                .bind("data", data)
                .bind("now", now)
                .add();
          }
          if (!webhooks.isEmpty()) {
            deliveries.execute();
          }
        });
  }
}
