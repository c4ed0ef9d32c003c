package microstorm.idea.idea;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import microstorm.idea.board.Board;
import microstorm.idea.event.Comparison;
import microstorm.idea.idea.IdeaRestoring.Place;
import microstorm.idea.link.Link;
import microstorm.idea.link.LinkTable;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.json.Json;

/** The statements that change stored ideas. Runs in the caller's transaction. */
@ApplicationScoped
class IdeaTable {

  private static final QualifiedType<Comparison> JSON =
      QualifiedType.of(Comparison.class).with(Json.class);

  private final Jdbi database;
  private final LinkTable linkTable;

  IdeaTable(Jdbi database, LinkTable linkTable) {
    this.database = database;
    this.linkTable = linkTable;
  }

  void rewrite(
      UUID id, String text, Comparison comparison, List<Link> links, Instant editedAt, long seq) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                  update idea set text = :text, comparison = cast(:comparison as jsonb),
                    edited_at = case when submitted_at is not null then :edited
                      else (select coalesce(since, 'epoch') from board
                        where board.session_id = idea.session_id) end,
                    seq = :seq
                  where id = :id
                  """)
                .bind("id", id)
                .bind("text", text)
                .bindByType("comparison", comparison, JSON)
                .bind("edited", editedAt)
                .bind("seq", seq)
                .execute());
    linkTable.delete(id);
    linkTable.insert(links);
  }

  /**
   * Deletes the content of an idea from its row. The row stays, so that the same post is not
   * accepted again.
   */
  void withdraw(StoredIdea idea, long seq) {
    linkTable.delete(idea.id());
    database.useHandle(
        handle ->
            handle.execute(
                """
              update idea set withdrawn = true, text = '', comparison = null, topic_id = null,
                parent_id = null, group_id = null, seq = ?
              where id = ?
              """,
                seq,
                idea.id()));
  }

  /** Puts the content of a withdrawn idea back into its row. */
  void restore(UUID id, WithdrawnIdeas.Content content, Place place, boolean shared, long seq) {
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update idea set withdrawn = false, text = :text,
                      comparison = cast(:comparison as jsonb), topic_id = cast(:topic as uuid),
                      parent_id = cast(:parent as uuid), position = :position, depth = :depth,
                      shared = :shared, slot = case when not :shared then slot end, seq = :seq,
                      room = cast(:room as integer), seen_in = cast(:seenIn as integer)
                    where id = :id
                    """)
                .bind("id", id)
                .bind("text", content.text())
                .bindByType("comparison", content.comparison(), JSON)
                .bind("topic", place.topicId())
                .bind("parent", place.parentId())
                .bind("position", place.position())
                .bind("depth", place.depth())
                .bind("shared", shared)
                .bind("room", place.mark().room())
                .bind("seenIn", place.mark().seenIn())
                .bind("seq", seq)
                .execute());
  }

  /**
   * Shows ideas of a board in this order: their numbers and positions begin with {@code first}. On
   * an anonymous board it deletes the times of writing, which the previous version stores.
   *
   * @param marks the rooms of the ideas by their ids; an absent one is in no room
   */
  void share(Board board, List<StoredIdea> ideas, Map<UUID, RoomMark> marks, long first) {
    List<RoomMark> inOrder =
        ideas.stream().map(idea -> marks.getOrDefault(idea.id(), RoomMark.NONE)).toList();
    database.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    update idea set shared = true, slot = null, seq = number,
                      position = least(number, 2147483647),
                      submitted_at = case when not :anonymous then submitted_at end,
                      edited_at = case when not :anonymous then edited_at
                        when edited_at is not null then coalesce(
                          (select since from board where session_id = :session), 'epoch') end,
                      room = new_room, seen_in = new_seen_in
                    from unnest(:id, :number, :room, :seenIn)
                      as shown (shown_id, number, new_room, new_seen_in) where id = shown_id
                    """)
                .bindArray("id", UUID.class, ideas.stream().map(StoredIdea::id).toList())
                .bindArray("number", Long.class, numbers(first - 1, ideas))
                .bindArray("room", Integer.class, inOrder.stream().map(RoomMark::room).toList())
                .bindArray("seenIn", Integer.class, inOrder.stream().map(RoomMark::seenIn).toList())
                .bind("anonymous", board.anonymous())
                .bind("session", board.sessionId())
                .execute());
  }

  /**
   * Lets the withdrawn ideas of the rooms of a board belong to everybody, and the hidden ones to no
   * room: the next rooms have other people.
   */
  void clearRooms(UUID sessionId) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                update idea set seen_in = null, room = case when shared then room end
                where session_id = ? and (seen_in is not null or not shared and room is not null)
                """,
                sessionId));
  }

  /** Deletes the authors and times of hidden ideas. An edited one only shows that it was edited. */
  void forgetAuthors(UUID sessionId) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                update idea set author_id = null, submitted_at = null,
                  edited_at = case when edited_at is not null then timestamptz 'epoch' end
                where session_id = ? and not shared and author_id is not null
                """,
                sessionId));
  }

  /** The numbers that follow the last one, one for each idea. */
  static List<Long> numbers(long last, List<StoredIdea> ideas) {
    return LongStream.rangeClosed(last + 1, last + ideas.size()).boxed().toList();
  }

  void place(UUID id, UUID topicId, UUID parentId, long seq) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                update idea set topic_id = cast(? as uuid), parent_id = cast(? as uuid), seq = ?
                where id = ?
                """,
                topicId,
                parentId,
                seq,
                id));
  }

  boolean isTopicOf(UUID topicId, UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from topic where id = ? and session_id = ? and not"
                        + " removed)")
                .bind(0, topicId)
                .bind(1, sessionId)
                .mapTo(Boolean.class)
                .one());
  }
}
