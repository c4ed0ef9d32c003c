package microstorm.report.projection;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.messaging.inbox.EventDispatcher;
import org.jdbi.v3.core.Jdbi;

/** Projects the topics of sessions. */
@ApplicationScoped
class TopicProjection {

  private final Jdbi database;

  TopicProjection(Jdbi database) {
    this.database = database;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher readers) {
    readers
        .on(IdeaEvent.TopicAdded.TYPE, IdeaEvent.TopicAdded.class, this::added)
        .on(IdeaEvent.TopicMoved.TYPE, IdeaEvent.TopicMoved.class, this::moved)
        .on(
            IdeaEvent.TopicRenamed.TYPE,
            IdeaEvent.TopicRenamed.class,
            topic ->
                execute(
                    "update report_topic set title = ? where id = ?",
                    topic.title(),
                    topic.topicId()))
        .on(
            IdeaEvent.TopicRemoved.TYPE,
            IdeaEvent.TopicRemoved.class,
            topic -> execute("delete from report_topic where id = ?", topic.topicId()));
  }

  private void added(IdeaEvent.TopicAdded topic) {
    execute(
        """
        insert into report_topic (id, session_id, parent_id, position, title)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        topic.topicId(),
        topic.sessionId(),
        topic.parentId(),
        topic.position(),
        topic.title());
  }

  private void moved(IdeaEvent.TopicMoved topic) {
    execute(
        "update report_topic set parent_id = ?, position = ? where id = ?",
        topic.parentId(),
        topic.position(),
        topic.topicId());
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }
}
