package microstorm.idea.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import microstorm.idea.link.Link;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Update;

/**
 * The boards in the database: all SQL of this feature. Many rows are one statement. Every method
 * runs in the caller's transaction.
 */
@ApplicationScoped
public class Boards {

  private final Jdbi database;

  Boards(Jdbi database) {
    this.database = database;
  }

  /** Creates the board when there is none, and locks it until the transaction ends. */
  public Board lock(UUID sessionId, UUID teamId, String phase) {
    return database.withHandle(
        handle -> {
          handle.execute(
              """
              insert into board (session_id, team_id, phase) values (?, ?, ?)
              on conflict do nothing
              """,
              sessionId,
              teamId,
              phase);
          return handle
              .select("select * from board where session_id = ? for update", sessionId)
              .map(ConstructorMapper.of(Board.class))
              .one();
        });
  }

  /** The board, if it is this team's. */
  public Optional<Board> find(UUID sessionId, UUID teamId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select * from board where session_id = ? and team_id = ?", sessionId, teamId)
                .map(ConstructorMapper.of(Board.class))
                .findOne());
  }

  /** All that is on the board. */
  public BoardContent content(UUID sessionId) {
    return database.withHandle(
        handle ->
            new BoardContent(
                list(handle, Topic.class, "select * from topic where session_id = ?", sessionId),
                list(handle, Idea.class, "select * from idea where session_id = ?", sessionId),
                list(handle, Link.class, "select * from link where session_id = ?", sessionId)));
  }

  private static <T> List<T> list(Handle handle, Class<T> type, String select, UUID sessionId) {
    return handle
        .select(select + " order by position, id", sessionId)
        .map(ConstructorMapper.of(type))
        .list();
  }

  /** Notes the number of the last change and the log's edition it came from. */
  public void advance(UUID sessionId, long seq, String phase, Integer logRevision) {
    database.useHandle(
        handle ->
            handle.execute(
                "update board set seq = ?, phase = ?, log_revision = ? where session_id = ?",
                seq,
                phase,
                logRevision,
                sessionId));
  }

  /** Adds topics, or moves those that are there. */
  public void putTopics(UUID sessionId, Collection<Topic> topics) {
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

  /** Adds ideas, or moves those that are there. */
  public void putIdeas(UUID sessionId, Collection<Idea> ideas, Instant submittedAt) {
    update(
        ideas,
        """
        insert into idea (id, session_id, topic_id, parent_id, position, kind, text, submitted_at)
        select id, :session, topic_id, parent_id, position, kind, text, :submitted
        from unnest(:id, :topic, :parent, :position, :kind, :text)
          as i (id, topic_id, parent_id, position, kind, text)
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

  /** Adds links; those that are there stay. */
  public void putLinks(UUID sessionId, Collection<Link> links) {
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

  /** Removes ideas, with their links, and topics. What is left must not refer to them. */
  public void remove(Collection<UUID> ideas, Collection<UUID> topics) {
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
