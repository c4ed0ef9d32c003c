package microstorm.idea.topic;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.idea.board.Change;
import microstorm.idea.board.ChangeType;
import microstorm.idea.board.Changes;
import microstorm.idea.board.RemovedItem;
import org.jdbi.v3.core.Jdbi;

/** The topics of boards. */
@ApplicationScoped
public class Topics implements Changes {

  private static final String SELECT =
      "select id, parent_id, position, title, removed, seq from topic where session_id = ? ";

  private final Jdbi database;

  Topics(Jdbi database) {
    this.database = database;
  }

  /** The board's topics, in its order. */
  public List<Topic> of(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + "and not removed order by position, id", sessionId)
                .map(RecordMapper.of(Topic.class))
                .list());
  }

  Optional<Topic> find(UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + "and id = ? and not removed", sessionId, id)
                .map(RecordMapper.of(Topic.class))
                .findOne());
  }

  /** The number of removed topics. */
  int removed(UUID sessionId) {
    return Changes.removed(database, "topic", sessionId);
  }

  /** Whether the board had this topic and it was removed. */
  boolean isRemoved(UUID sessionId, UUID id) {
    return Changes.isRemoved(database, "topic", sessionId, id);
  }

  /** Adds a topic. Returns false when the id is in use. */
  boolean insert(UUID sessionId, Topic topic, long seq) {
    return database.withHandle(
        handle ->
            handle.execute(
                    """
                    with added as (
                      insert into topic (id, session_id, parent_id, position, title, seq)
                      values (?, ?, ?, ?, ?, ?) on conflict do nothing returning id, seq)
                    insert into added_topic (topic_id, seq) select id, seq from added
                    """,
                    topic.id(),
                    sessionId,
                    topic.parentId(),
                    topic.position(),
                    topic.title(),
                    seq)
                == 1);
  }

  /** Whether a topic was, or may have been, changed since it was added. */
  boolean isChanged(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    """
                    select not exists (select from added_topic added
                      join topic on topic.id = added.topic_id and topic.seq = added.seq
                      where topic.id = ?)
                    """,
                    id)
                .mapTo(Boolean.class)
                .one());
  }

  void rename(UUID id, String title, long seq) {
    execute("update topic set title = ?, seq = ? where id = ?", title, seq, id);
  }

  void place(Topic topic, long seq) {
    execute(
        "update topic set parent_id = ?, position = ?, seq = ? where id = ?",
        topic.parentId(),
        topic.position(),
        seq,
        topic.id());
  }

  void remove(UUID id, long seq) {
    execute("update topic set removed = true, seq = ? where id = ?", seq, id);
  }

  /** A topic that was removed. */
  Optional<Topic> removed(UUID sessionId, UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + "and id = ? and removed", sessionId, id)
                .map(RecordMapper.of(Topic.class))
                .findOne());
  }

  /** Puts a removed topic back to a place. */
  void restore(Topic topic, long seq) {
    execute(
        "update topic set removed = false, parent_id = cast(? as uuid), seq = ? where id = ?",
        topic.parentId(),
        seq,
        topic.id());
    execute(
        "update idea set topic_id = released_topic_id, released_topic_id = null, seq = ?"
            + " where released_topic_id = ? and topic_id is null and not shared and not withdrawn",
        seq,
        topic.id());
  }

  /** Takes the hidden ideas out of a topic, to which they return when it is restored. */
  void release(UUID id, long seq) {
    execute(
        "update idea set topic_id = null, released_topic_id = topic_id, seq = ?"
            + " where topic_id = ? and not shared",
        seq,
        id);
  }

  private void execute(String sql, Object... values) {
    database.useHandle(handle -> handle.execute(sql, values));
  }

  /** Whether the topic contains an idea that is not withdrawn, hidden or shared. */
  boolean hasIdeas(UUID id) {
    return database.withHandle(
        handle ->
            handle
                .select("select exists (select from idea where topic_id = ? and not withdrawn)", id)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public String condition() {
    return Changes.in("topic");
  }

  @Override
  public String lastOpen() {
    return Changes.lastIn("topic");
  }

  @Override
  public List<Change> since(UUID sessionId, long seq) {
    return database.withHandle(
        handle ->
            handle
                .select(SELECT + "and seq > ?", sessionId, seq)
                .map(
                    (row, context) ->
                        row.getBoolean("removed")
                            ? Change.open(
                                row.getLong("seq"),
                                ChangeType.TOPIC_REMOVED,
                                new RemovedItem(row.getObject("id", UUID.class)))
                            : Change.open(
                                row.getLong("seq"),
                                ChangeType.TOPIC,
                                RecordMapper.of(Topic.class).map(row, context)))
                .list());
  }
}
