package microstorm.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Stores and reads webhooks. */
@ApplicationScoped
public class WebhookStore {

  /** Keeps the additions of a team apart, so that each counts the others. */
  private static final String LOCK_TEAM =
      "select pg_advisory_xact_lock(hashtextextended('webhooks of ' || ?, 0))";

  private static final String SELECT =
      """
      select w.*, array(select type from webhook_subscription s where s.webhook_id = w.id
        order by type) as events
      from webhook w where w.team_id = ?
      """;

  private static final String SUBSCRIBE =
      """
      insert into webhook_subscription (webhook_id, type, since) select ?, unnest(?::text[]), ?
      on conflict do nothing
      """;

  private static final String GIVE_UP =
      """
      update webhook_delivery set state = 'failed', due_at = null, lease = null, ended_at = ?
      where webhook_id = ? and state = 'waiting' and type <> ? and (lease is null or due_at <= ?)
      """;

  private final Jdbi database;

  WebhookStore(Jdbi database) {
    this.database = database;
  }

  /** Counts the webhooks of a team. No other transaction adds one until this one ends. */
  int lockAndCount(UUID teamId) {
    return database.withHandle(
        handle -> {
          handle.execute(LOCK_TEAM, teamId.toString());
          return handle
              .select("select count(*) from webhook where team_id = ?", teamId)
              .mapTo(Integer.class)
              .one();
        });
  }

  List<Webhook> list(UUID teamId) {
    return database.withHandle(
        handle -> handle.select(SELECT + "order by w.id", teamId).map(WebhookStore::read).list());
  }

  Optional<Webhook> find(UUID teamId, UUID id) {
    return find(SELECT + "and w.id = ?", teamId, id);
  }

  /** The webhook, which no other transaction changes until this one ends. */
  public Optional<Webhook> lock(UUID teamId, UUID id) {
    return find(SELECT + "and w.id = ? for no key update of w", teamId, id);
  }

  private Optional<Webhook> find(String select, UUID teamId, UUID id) {
    return database.withHandle(
        handle -> handle.select(select, teamId, id).map(WebhookStore::read).findOne());
  }

  void insert(Webhook webhook) {
    execute(
        """
        insert into webhook (id, team_id, name, url, active, secret, created_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        webhook.id(),
        webhook.teamId(),
        webhook.name(),
        webhook.url(),
        webhook.active(),
        webhook.secret(),
        webhook.createdAt());
    subscribe(webhook.id(), webhook.events(), webhook.createdAt());
  }

  /** Stores everything of a webhook except its events. */
  void update(Webhook webhook) {
    execute(
        """
        update webhook set name = ?, url = ?, active = ?, stopped = ?, secret = ?,
          earlier_secret = ?, earlier_secret_until = ?, failing_since = ?
        where id = ?
        """,
        webhook.name(),
        webhook.url(),
        webhook.active(),
        webhook.stopped(),
        webhook.secret(),
        webhook.earlierSecret(),
        webhook.earlierSecretUntil(),
        webhook.failingSince(),
        webhook.id());
  }

  /** Replaces the events. Those that the webhook has asked for before keep their time. */
  void subscribe(UUID id, Collection<WebhookEventType> events, Instant since) {
    String[] types = labels(events);
    execute(
        "delete from webhook_subscription where webhook_id = ? and type <> all(?::text[])",
        id,
        types);
    execute(SUBSCRIBE, id, types, since);
  }

  /** Ends all events, so that they can begin again. */
  void unsubscribe(UUID id) {
    execute("delete from webhook_subscription where webhook_id = ?", id);
  }

  /** Deactivates a webhook. Returns false if it was not active. */
  public boolean stop(UUID id, String reason, Instant now) {
    boolean stopped =
        database.withHandle(
                handle ->
                    handle.execute(
                        "update webhook set active = false, stopped = ? where id = ? and active",
                        reason,
                        id))
            == 1;
    giveUp(id, now);
    return stopped;
  }

  /** Ends the deliveries of a webhook that wait, except tests. An attempt that runs ends itself. */
  void giveUp(UUID id, Instant now) {
    execute(GIVE_UP, now, id, WebhookEventType.TEST, now);
  }

  void delete(UUID teamId, UUID id) {
    execute("delete from webhook where team_id = ? and id = ?", teamId, id);
  }

  private static String[] labels(Collection<WebhookEventType> events) {
    return events.stream().map(WebhookEventType::label).toArray(String[]::new);
  }

  private void execute(String sql, @Nullable Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }

  private static Webhook read(ResultSet row, StatementContext context) throws SQLException {
    Array events = row.getArray("events");
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getString("name"),
        row.getString("url"),
        row.getBoolean("active"),
        row.getString("stopped"),
        row.getString("secret"),
        row.getString("earlier_secret"),
        time(row, "earlier_secret_until"),
        row.getTimestamp("created_at").toInstant(),
        time(row, "failing_since"),
        Stream.of((String[]) events.getArray()).map(WebhookEventType::of).toList());
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }
}
