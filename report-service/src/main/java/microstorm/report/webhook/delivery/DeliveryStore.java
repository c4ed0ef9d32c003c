package microstorm.report.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.report.webhook.Webhook;
import microstorm.report.webhook.WebhookEventType;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Stores and reads deliveries, for the people who look at them. */
@ApplicationScoped
class DeliveryStore {

  private static final String LIST =
      """
      select * from webhook_delivery where webhook_id = :webhook
        and (cast(:state as text) is null or state = :state)
        and (cast(:after as uuid) is null or id < cast(:after as uuid))
      order by id desc limit :limit
      """;

  private static final String TEST =
      """
      insert into webhook_delivery (id, webhook_id, team_id, event_id, type, occurred_at, data, state,
        created_at, due_at)
      values (?, ?, ?, ?, ?, ?, ?::jsonb, 'waiting', ?, ?)
      """;

  /** An attempt that runs is left alone: it may succeed. */
  private static final String REPLAY =
      """
      update webhook_delivery set state = 'waiting', attempts_of_round = 0, due_at = ?,
        ended_at = null
      where id = ? and lease is null
      """;

  private final Jdbi database;

  DeliveryStore(Jdbi database) {
    this.database = database;
  }

  /** A stored delivery. */
  record Row(DeliverySummary summary, Instant occurredAt, String data) {}

  /** The deliveries of a webhook after one of them, newest first. */
  List<DeliverySummary> list(
      UUID webhookId, @Nullable String state, @Nullable UUID after, int limit) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(LIST)
                .bind("webhook", webhookId)
                .bind("state", state)
                .bind("after", after)
                .bind("limit", limit)
                .map(DeliveryStore::summary)
                .list());
  }

  Optional<Row> find(UUID webhookId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select * from webhook_delivery where webhook_id = ? and id = ?", webhookId, id)
                .map(
                    (row, context) ->
                        new Row(
                            summary(row, context),
                            row.getTimestamp("occurred_at").toInstant(),
                            row.getString("data")))
                .findOne());
  }

  List<DeliveryAttempt> attempts(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select("select * from webhook_attempt where delivery_id = ? order by number", id)
                .map(
                    (row, context) ->
                        new DeliveryAttempt(
                            row.getInt("number"),
                            row.getTimestamp("started_at").toInstant(),
                            row.getInt("milliseconds"),
                            row.getObject("status", Integer.class),
                            row.getString("failure")))
                .list());
  }

  /** The test that waits, if one does. */
  Optional<UUID> waitingTest(UUID webhookId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select id from webhook_delivery
                    where webhook_id = ? and type = ? and state = 'waiting'
                    """,
                    webhookId,
                    WebhookEventType.TEST)
                .mapTo(UUID.class)
                .findFirst());
  }

  void addTest(UUID id, UUID eventId, Webhook webhook, String data, Instant now) {
    database.useHandle(
        handle ->
            handle.execute(
                TEST,
                id,
                webhook.id(),
                webhook.teamId(),
                eventId,
                WebhookEventType.TEST,
                now,
                data,
                now,
                now));
  }

  /** Makes a delivery due, with all its attempts again. */
  void replay(UUID id, Instant now) {
    database.useHandle(handle -> handle.execute(REPLAY, now, id));
  }

  private static DeliverySummary summary(ResultSet row, StatementContext context)
      throws SQLException {
    return new DeliverySummary(
        row.getObject("id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        DeliveryState.of(row.getString("state")),
        row.getTimestamp("created_at").toInstant(),
        row.getInt("attempts"),
        row.getObject("lease") == null ? time(row, "due_at") : null,
        time(row, "ended_at"));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
