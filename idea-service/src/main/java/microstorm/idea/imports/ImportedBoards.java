package microstorm.idea.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import microstorm.database.RecordMapper;
import microstorm.idea.idea.Idea;
import microstorm.idea.link.Link;
import microstorm.idea.topic.Topic;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * The content of imported boards. Each statement writes many rows. Every method runs in the
 * caller's transaction.
 */
@ApplicationScoped
class ImportedBoards {

  private final Jdbi database;

  ImportedBoards(Jdbi database) {
    this.database = database;
  }

  /** The content of a board. */
  BoardContent content(UUID sessionId) {
    return database.withHandle(
        handle ->
            new BoardContent(
                list(handle, Topic.class, "id, parent_id, position, title from topic", sessionId),
                list(
                    handle,
                    Idea.class,
                    "id, topic_id, parent_id, position, kind, text from idea",
                    sessionId),
                list(
                    handle, Link.class, "id, idea_id, position, title, url from link", sessionId)));
  }

  private static <T> List<T> list(Handle handle, Class<T> type, String what, UUID sessionId) {
    return handle
        .select("select " + what + " where session_id = ? order by position, id", sessionId)
        .map(RecordMapper.of(type))
        .list();
  }

  /** Adds topics, or moves existing ones. */
  void putTopics(UUID sessionId, Collection<Topic> topics) {
    update(
        topics,
        """
        insert into topic (id, session_id, parent_id, position, title)
        select id, :session, parent_id, position, title
        from unnest(:id, :parent, :position, :title) as t (id, parent_id, position, title)
        on conflict (id) do update set parent_id = excluded.parent_id, position = excluded.position
        """,
        update ->
            update
                .bind("session", sessionId)
                .bindArray("id", UUID.class, column(topics, Topic::id))
                .bindArray("parent", UUID.class, column(topics, Topic::parentId))
                .bindArray("position", Integer.class, column(topics, Topic::position))
                .bindArray("title", String.class, column(topics, Topic::title)));
  }

  /** Adds ideas, or moves existing ones. */
  void putIdeas(UUID sessionId, Collection<Idea> ideas, Instant submittedAt) {
    update(
        ideas,
        """
        insert into idea
          (id, session_id, topic_id, parent_id, position, kind, text, submitted_at, removal)
        select id, :session, topic_id, parent_id, position, kind, i.text, :submitted, removal
        from unnest(:id, :topic, :parent, :position, :kind, :text)
          as i (id, topic_id, parent_id, position, kind, text)
          left join removed_idea on idea_id = id
        on conflict (id) do update set
          topic_id = excluded.topic_id, parent_id = excluded.parent_id, position = excluded.position
        """,
        update ->
            update
                .bind("session", sessionId)
                .bind("submitted", submittedAt)
                .bindArray("id", UUID.class, column(ideas, Idea::id))
                .bindArray("topic", UUID.class, column(ideas, Idea::topicId))
                .bindArray("parent", UUID.class, column(ideas, Idea::parentId))
                .bindArray("position", Integer.class, column(ideas, Idea::position))
                .bindArray("kind", String.class, column(ideas, Idea::kind))
                .bindArray("text", String.class, column(ideas, Idea::text)));
  }

  /** Adds links; existing ones stay unchanged. */
  void putLinks(UUID sessionId, Collection<Link> links) {
    update(
        links,
        """
        insert into link (id, idea_id, session_id, position, title, url)
        select id, idea_id, :session, position, title, url
        from unnest(:id, :idea, :position, :title, :url) as l (id, idea_id, position, title, url)
        on conflict do nothing
        """,
        update ->
            update
                .bind("session", sessionId)
                .bindArray("id", UUID.class, column(links, Link::id))
                .bindArray("idea", UUID.class, column(links, Link::ideaId))
                .bindArray("position", Integer.class, column(links, Link::position))
                .bindArray("title", String.class, column(links, Link::title))
                .bindArray("url", String.class, column(links, Link::url)));
  }

  /** Removes ideas, with their links, and topics. Nothing else may refer to them any more. */
  void remove(Collection<UUID> ideas, Collection<UUID> topics) {
    update(
        ideas,
        "delete from idea where id = any(:id)",
        update -> update.bindArray("id", UUID.class, List.copyOf(ideas)));
    update(
        topics,
        "delete from topic where id = any(:id)",
        update -> update.bindArray("id", UUID.class, List.copyOf(topics)));
  }

  private void update(Collection<?> rows, String sql, Function<Update, Update> parameters) {
    if (rows.isEmpty()) {
      return;
    }
    database.useHandle(handle -> parameters.apply(handle.createUpdate(sql)).execute());
  }

  private static <T> List<?> column(Collection<T> rows, Function<T, ?> value) {
    return rows.stream().map(value).toList();
  }
}
