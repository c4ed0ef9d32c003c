package microstorm.idea.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.RemovedItem;
import org.jdbi.v3.core.Jdbi;

/** The affinity groups of boards. */
@ApplicationScoped
public class Groups implements Changes {

  private static final String SELECT =
      """
      select g.id, g.position, g.name, g.removed, g.seq,
        array_agg(i.id order by i.position, i.id) filter (where i.id is not null) as idea_ids
      from affinity_group g
        left join idea i
          on i.session_id = g.session_id and i.group_id = g.id and not i.withdrawn
      where g.session_id = ? and %s
      group by g.id order by g.position, g.id
      """;

  private final Jdbi database;

  Groups(Jdbi database) {
    this.database = database;
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

  @Override
  public String condition() {
    return Changes.in("affinity_group");
  }

  @Override
  public String lastOpen() {
    return Changes.lastIn("affinity_group");
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
        ? Change.open(row.getLong("seq"), ChangeType.GROUP_REMOVED, new RemovedItem(group.id()))
        : Change.open(row.getLong("seq"), ChangeType.GROUP, group);
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

  /** Adds a group. Returns false when the id is in use. */
  boolean insert(UUID sessionId, UUID id, String name, long seq) {
    return execute(
            """
            insert into affinity_group (id, session_id, position, name, seq)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """,
            id,
            sessionId,
            BoardClock.position(seq),
            name,
            seq)
        == 1;
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

  /** Renames a group and gives it the next number. */
  void rename(UUID id, String name, long seq) {
    execute("update affinity_group set name = ?, seq = ? where id = ?", name, seq, id);
  }

  /** Gives a group the next number after its ideas changed. */
  void touch(UUID id, long seq) {
    execute("update affinity_group set seq = ? where id = ?", seq, id);
  }

  /** Removes a group, and remembers its ideas, which stay. */
  void remove(UUID sessionId, UUID id, long seq) {
    execute(
        """
        update affinity_group set removed_ideas =
          (select array_agg(idea.id) from idea where session_id = ? and group_id = ?)
        where id = ?
        """,
        sessionId,
        id,
        id);
    fill(sessionId, id, List.of(), seq);
    execute("update affinity_group set removed = true, seq = ? where id = ?", seq, id);
  }

  /** Brings a removed group back, with those of its ideas that are in no other group. */
  void restore(UUID sessionId, UUID id, long seq) {
    execute(
        """
        update idea set group_id = affinity_group.id, seq = ?
        from affinity_group
        where affinity_group.id = ? and idea.session_id = ? and idea.id = any(removed_ideas)
          and idea.group_id is null and not idea.withdrawn
        """,
        seq,
        id,
        sessionId);
    execute(
        "update affinity_group set removed = false, removed_ideas = null, seq = ? where id = ?",
        seq,
        id);
  }

  /** Puts an idea that is in no group into this one. */
  void put(UUID ideaId, UUID id) {
    execute("update idea set group_id = ? where id = ? and group_id is null", id, ideaId);
  }

  /** The number of these ideas that everybody can see. */
  int countShared(UUID sessionId, Collection<UUID> ideas) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select count(*) from idea
                    where session_id = :session and id = any(:ideas) and shared and not withdrawn
                    """)
                .bind("session", sessionId)
                .bindArray("ideas", UUID.class, List.copyOf(ideas))
                .mapTo(Integer.class)
                .one());
  }

  /** The other groups that contain some of these ideas. */
  List<UUID> othersWith(UUID sessionId, Collection<UUID> ideas, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select distinct group_id from idea
                    where session_id = :session and id = any(:ideas) and group_id <> :id
                    order by group_id
                    """)
                .bind("session", sessionId)
                .bindArray("ideas", UUID.class, List.copyOf(ideas))
                .bind("id", id)
                .mapTo(UUID.class)
                .list());
  }

  /** Replaces the ideas of a group; they leave the groups that they were in. */
  void fill(UUID sessionId, UUID id, Collection<UUID> ideas, long seq) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update idea set seq = :seq,
                      group_id = case when id = any(:ideas) then :id::uuid end
                    where session_id = :session
                      and (id = any(:ideas) and group_id is distinct from :id
                        or group_id = :id and id <> all(:ideas))
                    """)
                .bind("session", sessionId)
                .bindArray("ideas", UUID.class, List.copyOf(ideas))
                .bind("id", id)
                .bind("seq", seq)
                .execute());
  }

  private int execute(String sql, Object... values) {
    return database.withHandle(handle -> handle.execute(sql, values));
  }
}
