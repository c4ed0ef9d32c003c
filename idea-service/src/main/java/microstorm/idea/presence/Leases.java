package microstorm.idea.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.stream.Feeds.ConnectedPerson;
import org.jdbi.v3.core.Jdbi;

/**
 * The times until which people count as connected. The database's clock decides, so the clocks of
 * the replicas do not matter.
 */
@ApplicationScoped
class Leases {

  private final Jdbi database;
  private final PresenceConfig config;

  Leases(Jdbi database, PresenceConfig config) {
    this.database = database;
    this.config = config;
  }

  /** Renews the leases of these people by one statement, in an order that prevents deadlocks. */
  void renew(List<ConnectedPerson> people) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into presence (participant_id, session_id, expires_at)
                    select participant_id, session_id, clock_timestamp() + make_interval(secs => :grace)
                    from unnest(:participants, :sessions) as connected (participant_id, session_id)
                    order by participant_id
                    on conflict (participant_id) do update set expires_at = excluded.expires_at
                    """)
                .bindArray(
                    "participants",
                    UUID.class,
                    people.stream().map(ConnectedPerson::participantId).toList())
                .bindArray(
                    "sessions",
                    UUID.class,
                    people.stream().map(ConnectedPerson::sessionId).toList())
                .bind("grace", seconds(config.grace()))
                .execute());
  }

  /**
   * The sessions whose seats do not say yet who is connected.
   *
   * @param expired whether leases that have run out count
   */
  Set<UUID> changedSessions(boolean expired) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct session_id from presence left join board using (session_id)
                    where not published and phase not in ('closing', 'closed', 'cancelled')
                        and not %s
                      or :expired and expires_at <= clock_timestamp()
                    """
                        .formatted(Board.HIDES_PRESENCE))
                .bind("expired", expired)
                .mapTo(UUID.class)
                .set());
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
