package microstorm.idea.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import microstorm.idea.board.BoardClock;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The statements that change groups. Runs in the caller's transaction. */
@ApplicationScoped
class GroupTable {

  private final Jdbi database;

  GroupTable(Jdbi database) {
    this.database = database;
  }

  /**
   * Adds a group.
   *
   * @param seenIn the only room that sees it; null when every room does
   * @return false when the id is in use
   */
  boolean insert(UUID sessionId, UUID id, String name, @Nullable Integer seenIn, long seq) {
    return execute(
            """
            insert into affinity_group (id, session_id, position, name, seen_in, seq)
            values (?, ?, ?, ?, cast(? as integer), ?) on conflict do nothing
            """,
            id,
            sessionId,
            BoardClock.position(seq),
            name,
            seenIn,
            seq)
        == 1;
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
          (select array_agg(idea.id order by group_place, position, idea.id)
           from idea where session_id = ? and group_id = ?)
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
        update idea set group_id = affinity_group.id, seq = ?,
          group_place = array_position(removed_ideas, idea.id)
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

  /** Replaces the ideas of a group, in this order; they leave the groups that they were in. */
  void fill(UUID sessionId, UUID id, Collection<UUID> ideas, long seq) {
    gather(sessionId, id, ideas, seq);
    order(sessionId, ideas);
  }

  /** Their places are part of the group, so that the ideas themselves do not change. */
  private void order(UUID sessionId, Collection<UUID> ideas) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update idea set group_place = array_position(:ideas, id)
                    where session_id = :session and id = any(:ideas)
                      and group_place is distinct from array_position(:ideas, id)
                    """)
                .bind("session", sessionId)
                .bindArray("ideas", UUID.class, List.copyOf(ideas))
                .execute());
  }

  private void gather(UUID sessionId, UUID id, Collection<UUID> ideas, long seq) {
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
