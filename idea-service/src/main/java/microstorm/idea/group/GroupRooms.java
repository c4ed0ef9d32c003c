package microstorm.idea.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Rooms;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that see groups and their ideas. A group and all ideas in it are seen by the same room,
 * or by every room. Runs in the caller's transaction.
 */
@ApplicationScoped
class GroupRooms {

  private static final String LAST_SEEN =
      """
      select max(seq) from affinity_group
      where session_id = :session and seen_in is not null and (:all or seen_in = :room)
      """;

  private static final String OF_IDEAS =
      """
      select seen_in from idea
      where session_id = :session and id = any(:ideas) and shared and not withdrawn
      """;

  private static final String MERGE =
      """
      with merged as (
        update affinity_group set seen_in = null
        where session_id = ? and seen_in is not null
        returning id, position, removed)
      select id from merged where not removed order by position, id
      """;

  private final Jdbi database;
  private final Rooms rooms;

  GroupRooms(Jdbi database, Rooms rooms) {
    this.database = database;
    this.rooms = rooms;
  }

  /**
   * The room that alone sees an item.
   *
   * @param room null when every room sees it
   */
  record SeenIn(@Nullable Integer room) {

    private static SeenIn read(ResultSet row) throws SQLException {
      return new SeenIn(row.getObject("seen_in", Integer.class));
    }
  }

  /** The number of the last change of a room's group that this person sees; 0 without one. */
  long lastSeen(Board board, Viewer viewer) {
    RoomAccess access = rooms.accessOf(board, viewer);
    return database.withHandle(
        handle ->
            handle
                .createQuery(LAST_SEEN)
                .bind("session", board.sessionId())
                .bind("all", access.all())
                .bind("room", access.room())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  /** For each shared one of these ideas the room that sees it. */
  List<SeenIn> ofIdeas(UUID sessionId, Collection<UUID> ideas) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(OF_IDEAS)
                .bind("session", sessionId)
                .bindArray("ideas", UUID.class, List.copyOf(ideas))
                .map((row, context) -> SeenIn.read(row))
                .list());
  }

  /** The room that sees a group, removed or not; empty when the board has no such group. */
  Optional<SeenIn> of(UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select seen_in from affinity_group where session_id = ? and id = ?",
                    sessionId,
                    id)
                .map((row, context) -> SeenIn.read(row))
                .findOne());
  }

  /** Lets everybody see the groups of all rooms, and returns those that are not removed. */
  List<UUID> merge(UUID sessionId) {
    return database.withHandle(
        handle -> handle.createQuery(MERGE).bind(0, sessionId).mapTo(UUID.class).list());
  }
}
