package microstorm.report.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.webhook.WebhookEventType;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Gives the deliveries that are due to replicas, each to one of them. A replica that crashes loses
 * its claims after a time.
 */
@ApplicationScoped
class ClaimStore {

  /** One replica claims at a time, so that a team's share is exact. A claim takes milliseconds. */
  private static final long LOCK = 0x6d73746f726d0051L;

  private static final String IS_DUE =
      "select exists (select from webhook_delivery where state = 'waiting' and due_at <= ?)";

  /** Each webhook comes first with its oldest deliveries, so that none of them waits for others. */
  private static final String CLAIM =
      """
      with running as (
        select team_id, count(*) as attempts from webhook_delivery
        where lease is not null and due_at > :now group by team_id
      ), candidate as (
        select next.id, next.due_at, coalesce(running.attempts, 0) + row_number() over (
          partition by w.team_id order by next.due_at, next.id) as place
        from webhook w left join running on running.team_id = w.team_id
        cross join lateral (
          select d.id, d.due_at from webhook_delivery d
          where d.webhook_id = w.id and d.state = 'waiting' and d.due_at <= :now
            and (w.active or d.type = :test)
          order by d.due_at limit :perTeam) as next
      ), chosen as (
        select d.id from webhook_delivery d join candidate c on c.id = d.id
        where c.place <= :perTeam and d.state = 'waiting' and d.due_at <= :now
        order by c.due_at limit :limit for update of d skip locked
      )
      update webhook_delivery d set lease = gen_random_uuid(), due_at = :lost,
        attempts = attempts + 1, attempts_of_round = attempts_of_round + 1
      from chosen, webhook w where d.id = chosen.id and w.id = d.webhook_id
      returning d.*, w.url, w.secret, w.earlier_secret, w.earlier_secret_until
      """;

  private static final String END =
      """
      update webhook_delivery set lease = null, state = ?, due_at = ?, ended_at = ?
      where id = ? and lease = ?
      """;

  private static final String RETURN =
      """
      update webhook_delivery set lease = null, due_at = ?, attempts = attempts - 1,
        attempts_of_round = attempts_of_round - 1
      where id = ? and lease = ?
      """;

  private final Jdbi database;

  ClaimStore(Jdbi database) {
    this.database = database;
  }

  long countWaiting() {
    return database.withHandle(
        handle ->
            handle
                .select("select count(*) from webhook_delivery where state = 'waiting'")
                .mapTo(Long.class)
                .one());
  }

  boolean isAnyDue(Instant now) {
    return database.withHandle(handle -> handle.select(IS_DUE, now).mapTo(Boolean.class).one());
  }

  /**
   * Claims deliveries that are due, the oldest first.
   *
   * @param lease the time after which an attempt that is not recorded counts as lost
   * @param limit how many at most
   * @param perTeam how many attempts of one team may run at the same time, in all replicas
   */
  List<Claim> claim(Instant now, Duration lease, int limit, int perTeam) {
    return database.withHandle(
        handle -> {
          handle.execute("select pg_advisory_xact_lock(?)", LOCK);
          return handle
              .createQuery(CLAIM)
              .bind("now", now)
              .bind("lost", now.plus(lease))
              .bind("limit", limit)
              .bind("perTeam", perTeam)
              .bind("test", WebhookEventType.TEST)
              .map((row, context) -> read(row, now))
              .list();
        });
  }

  /** Ends an attempt. Returns false if it counts as lost, or the delivery was deleted. */
  boolean end(
      Claim claim, DeliveryState state, @Nullable Instant dueAt, @Nullable Instant endedAt) {
    return database.withHandle(
            handle -> handle.execute(END, state.label(), dueAt, endedAt, claim.id(), claim.lease()))
        == 1;
  }

  /** Gives a delivery back that was not attempted. */
  void giveBack(Claim claim, Instant dueAt) {
    database.useHandle(handle -> handle.execute(RETURN, dueAt, claim.id(), claim.lease()));
  }

  private static Claim read(ResultSet row, Instant now) throws SQLException {
    Timestamp until = row.getTimestamp("earlier_secret_until");
    boolean both = until != null && now.isBefore(until.toInstant());
    return new Claim(
        row.getObject("id", UUID.class),
        row.getObject("lease", UUID.class),
        row.getObject("webhook_id", UUID.class),
        row.getObject("team_id", UUID.class),
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getTimestamp("occurred_at").toInstant(),
        row.getString("data"),
        row.getInt("attempts"),
        row.getInt("attempts_of_round"),
        row.getString("url"),
        both
            ? List.of(row.getString("secret"), row.getString("earlier_secret"))
            : List.of(row.getString("secret")));
  }
}
