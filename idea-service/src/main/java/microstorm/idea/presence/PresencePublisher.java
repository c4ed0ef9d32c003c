package microstorm.idea.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.event.PresenceChanged;
import microstorm.messaging.outbox.Outbox;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Publishes who connected and disconnected: in the seats, on the live streams and to
 * session-service. Several replicas may do this at the same time; the lock of the board lets one of
 * them find the changes.
 */
@ApplicationScoped
class PresencePublisher {

  /**
   * In the order in which leases are renewed, which takes these locks without that of the board.
   */
  private static final String LOCK =
      """
      select participant_id from presence
      where session_id = ? order by participant_id for update
      """;

  private static final String CONNECT =
      """
      update presence set published = true from seat
      where presence.session_id = :session and not published and expires_at > clock_timestamp()
        and seat.participant_id = presence.participant_id and seat.present
        and not exists (select from board where board.session_id = :session and %s)
      returning presence.participant_id
      """
          .formatted(Board.HIDES_PRESENCE);

  private static final String DISCONNECT =
      """
      delete from presence
      where session_id = :session and :expired and expires_at <= clock_timestamp()
      returning participant_id
      """;

  /** The seats that change; a seat that was left is not connected anyway. */
  private static final String SEATS =
      """
      select participant_id from seat
      where participant_id = any(:people) and present and connected <> :connected
      """;

  private final Jdbi database;
  private final Boards boards;
  private final Outbox outbox;

  PresencePublisher(Jdbi database, Boards boards, Outbox outbox) {
    this.database = database;
    this.boards = boards;
    this.outbox = outbox;
  }

  /**
   * Publishes the changes of a session's people.
   *
   * @param expired whether leases that have run out end
   */
  @Transactional
  void publish(UUID sessionId, boolean expired) {
    boolean isOver = boards.find(sessionId).isEmpty() || boards.lock(sessionId).phase().isOver();
    database.useHandle(
        handle -> {
          handle.select(LOCK, sessionId).mapTo(UUID.class).list();
          List<UUID> connected =
              isOver ? List.of() : changed(handle, sessionId, CONNECT, true, expired);
          List<UUID> disconnected = changed(handle, sessionId, DISCONNECT, false, expired);
          if (!isOver && connected.size() + disconnected.size() > 0) {
            publish(handle, sessionId, connected, disconnected);
          }
        });
  }

  private static List<UUID> changed(
      Handle handle, UUID sessionId, String change, boolean connected, boolean expired) {
    List<UUID> people =
        handle
            .createQuery(change)
            .bind("session", sessionId)
            .bind("expired", expired)
            .mapTo(UUID.class)
            .list();
    return handle
        .createQuery(SEATS)
        .bindArray("people", UUID.class, people)
        .bind("connected", connected)
        .mapTo(UUID.class)
        .list();
  }

  private void publish(
      Handle handle, UUID sessionId, List<UUID> connected, List<UUID> disconnected) {
    long seq = boards.advance(sessionId);
    Map.of(true, connected, false, disconnected)
        .forEach(
            (state, people) ->
                handle
                    .createUpdate(
                        """
                        update seat set connected = :state, was_connected = true, seq = :seq
                        where participant_id = any(:people)
                        """)
                    .bind("state", state)
                    .bind("seq", seq)
                    .bindArray("people", UUID.class, people)
                    .execute());
    outbox.append(new PresenceChanged(sessionId, seq, connected, disconnected));
  }
}
