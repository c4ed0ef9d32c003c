package microstorm.idea.ticket;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import microstorm.http.Secrets;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Issues and redeems the tickets that open live streams. The database deletes a ticket when it is
 * redeemed, so each ticket works once, on any replica.
 */
@ApplicationScoped
class StreamTickets {

  private static final Logger LOG = Logger.getLogger(StreamTickets.class);
  private static final int BYTES = 32;
  private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final Jdbi database;
  private final StreamTicketsConfig config;

  StreamTickets(Jdbi database, StreamTicketsConfig config) {
    this.database = database;
    this.config = config;
  }

  /**
   * Issues a ticket. Beyond the limit for one person it replaces the oldest unused one.
   *
   * @param holderId the participant, or the key of an owner or member; the team for an owner who
   *     signed in
   */
  @Transactional
  StreamTicket issue(UUID sessionId, UUID holderId, StreamAccess access) {
    String ticket = Secrets.random(BYTES);
    return database.withHandle(
        handle -> {
          // simultaneous requests of one person are counted one after the other
          handle.execute(
              "select pg_advisory_xact_lock(hashtextextended(?, 0))", sessionId + " " + holderId);
          handle.execute(
              """
              delete from stream_ticket where ticket_hash in (
                select ticket_hash from stream_ticket where session_id = ? and holder_id = ?
                order by expires_at desc offset ?)
              """,
              sessionId,
              holderId,
              config.perPerson() - 1);
          Instant expiresAt =
              handle
                  .createQuery(
                      """
                      insert into stream_ticket
                        (ticket_hash, session_id, holder_id, encrypted_access, expires_at)
                      values (?, ?, ?, ?, clock_timestamp() + make_interval(secs => ?))
                      returning expires_at
                      """)
                  .bind(0, hash(ticket))
                  .bind(1, sessionId)
                  .bind(2, holderId)
                  .bind(3, access.encryptedWith(ticket))
                  .bind(4, config.validity().toMillis() / 1_000.0)
                  .mapTo(Instant.class)
                  .one();
          return new StreamTicket(ticket, expiresAt);
        });
  }

  /** Uses up a ticket; empty if it is unknown, expired, used or for another session. */
  Optional<StreamAccess> redeem(String sessionId, String ticket) {
    if (!TICKET.matcher(ticket).matches()) {
      return Optional.empty();
    }
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    delete from stream_ticket where ticket_hash = ? and session_id::text = ?
                    returning encrypted_access, expires_at > clock_timestamp() as usable
                    """)
                .bind(0, hash(ticket))
                .bind(1, sessionId)
                .map(
                    (row, context) ->
                        row.getBoolean("usable")
                            ? StreamAccess.decrypted(row.getBytes("encrypted_access"), ticket)
                            : null)
                .findOne());
  }

  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void removeExpired() {
    try {
      database.useHandle(
          handle ->
              handle.execute("delete from stream_ticket where expires_at < clock_timestamp()"));
    } catch (RuntimeException failure) {
      LOG.debugf("The expired stream tickets cannot be removed at the moment: %s", failure);
    }
  }

  private static byte[] hash(String ticket) {
    return Secrets.hash("stream ticket:" + ticket);
  }
}
