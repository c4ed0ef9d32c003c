package microstorm.idea.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.RemovedItem;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Rooms;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;

/** Reads the affinity groups of boards and their changes. */
@ApplicationScoped
public class Groups implements Changes {

  private static final String SELECT =
      """
      select g.id, g.position, g.name, g.removed, g.seen_in, g.seq,
        array_agg(i.id order by i.group_place, i.position, i.id)
          filter (where i.id is not null) as idea_ids
      from affinity_group g
        left join idea i
          on i.session_id = g.session_id and i.group_id = g.id and not i.withdrawn
      where g.session_id = ? and %s
      group by g.id order by g.position, g.id
      """;

  private final Jdbi database;
  private final Rooms rooms;
  private final GroupRooms groupRooms;

  Groups(Jdbi database, Rooms rooms, GroupRooms groupRooms) {
    this.database = database;
    this.rooms = rooms;
    this.groupRooms = groupRooms;
  }

  /** The board's groups, in its order. */
  public List<GroupView> of(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT.formatted("not g.removed"), sessionId)
                .map((row, context) -> view(row))
                .list());
  }

  /** The board's groups that this person sees, in its order. */
  public List<GroupView> of(Board board, Viewer viewer) {
    RoomAccess access = rooms.accessOf(board, viewer);
    return database.withHandle(
        handle ->
            handle
                .select(SELECT.formatted("not g.removed"), board.sessionId())
                .map((row, context) -> change(row))
                .filter(change -> change.isSeenBy(viewer, access))
                .map(change -> (GroupView) change.data())
                .list());
  }

  @Override
  public List<Change> seenSince(Board board, Viewer viewer, long seq) {
    RoomAccess access = rooms.accessOf(board, viewer);
    return since(board.sessionId(), seq).stream()
        .filter(change -> change.isSeenBy(viewer, access))
        .toList();
  }

  @Override
  public long lastOwn(Board board, Viewer viewer) {
    return board.isSplit() ? groupRooms.lastSeen(board, viewer) : 0;
  }

  @Override
  public String condition() {
    return Changes.in("affinity_group");
  }

  @Override
  public String lastOpen() {
    return "(select max(seq) from affinity_group"
        + " where session_id = board.session_id and seen_in is null)";
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT.formatted("g.seq > ?"), sessionId, seq)
                .map((row, context) -> change(row))
                .list());
  }

  Optional<GroupView> find(UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT.formatted("g.id = ? and not g.removed"), sessionId, id)
                .map((row, context) -> view(row))
                .findOne());
  }

  /** The number of removed groups. */
  int removed(UUID sessionId) {
    return Changes.removed(database, "affinity_group", sessionId);
  }

  /** Whether the board had this group and it was removed. */
  boolean isRemoved(UUID sessionId, UUID id) {
    return Changes.isRemoved(database, "affinity_group", sessionId, id);
  }

  private static Change change(ResultSet row) throws SQLException {
    GroupView group = view(row);
    return row.getBoolean("removed")
        ? change(row, ChangeType.GROUP_REMOVED, new RemovedItem(group.id()))
        : change(row, ChangeType.GROUP, group);
  }

  private static Change change(ResultSet row, ChangeType type, Object data) throws SQLException {
    return Change.in(row.getObject("seen_in", Integer.class), row.getLong("seq"), type, data);
  }

  private static GroupView view(ResultSet row) throws SQLException {
    return new GroupView(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getInt("position"),
        row.getArray("idea_ids") == null
            ? List.of()
            : List.of((UUID[]) row.getArray("idea_ids").getArray()));
  }

  /**
   * Whether a group was changed since it was added. Every change gives it a new number, while its
   * position stays the first number.
   */
  boolean isChanged(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select("select seq <> position from affinity_group where id = ?", id)
                .mapTo(Boolean.class)
                .one());
  }
}
