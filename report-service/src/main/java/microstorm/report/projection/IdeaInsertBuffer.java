package microstorm.report.projection;

import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * Collects the ideas that the current transaction adds, and inserts them with one statement: a
 * round trip for each idea was the largest part of this service's time under load. A rollback
 * discards the buffer along with the transaction.
 */
@TransactionScoped
class IdeaInsertBuffer {

  private static final String INSERT =
      """
      insert into report_idea
        (id, session_id, topic_id, parent_id, position, kind, text, comparison, author_id,
         room, submitted_at)
      select idea.id, idea.session_id, topic_id, parent_id, position, kind,
        coalesce(placeholder, text), case when placeholder is null then comparison::jsonb end,
        author_id, room, submitted_at::timestamptz
      from unnest(
          :id, :session, :topic, :parent, :position, :kind, :text, :comparison, :author, :room,
          :submitted)
        as idea
          (id, session_id, topic_id, parent_id, position, kind, text, comparison, author_id,
           room, submitted_at)
        left join removed_idea on removed_idea.idea_id = idea.id
      on conflict do nothing
      """;

  private final Jdbi database;
  private final List<IdeaEvent.Submitted> ideas = new ArrayList<>();

  IdeaInsertBuffer(Jdbi database) {
    this.database = database;
  }

  /** Adds an idea; the database has it after the next {@link #flush()}. */
  void add(IdeaEvent.Submitted idea) {
    ideas.add(idea);
  }

  /** Inserts the collected ideas. */
  void flush() {
    if (ideas.isEmpty()) {
      return;
    }
    database.useHandle(
        handle ->
            handle
                .createUpdate(INSERT)
                .bindArray("id", UUID.class, column(IdeaEvent.Submitted::ideaId))
                .bindArray("session", UUID.class, column(IdeaEvent.Submitted::sessionId))
                .bindArray("topic", UUID.class, column(IdeaEvent.Submitted::topicId))
                .bindArray("parent", UUID.class, column(IdeaEvent.Submitted::parentId))
                .bindArray("position", Integer.class, column(IdeaEvent.Submitted::position))
                .bindArray("kind", String.class, column(IdeaEvent.Submitted::kind))
                .bindArray("text", String.class, column(IdeaEvent.Submitted::text))
                .bindArray("comparison", String.class, column(IdeaInsertBuffer::comparison))
                .bindArray("author", UUID.class, column(IdeaEvent.Submitted::authorId))
                .bindArray("room", Integer.class, column(IdeaEvent.Submitted::room))
                .bindArray("submitted", String.class, column(IdeaInsertBuffer::submittedAt))
                .execute());
    ideas.clear();
  }

  private <T> List<T> column(Function<IdeaEvent.Submitted, T> value) {
    return ideas.stream().map(value).toList();
  }

  private static String submittedAt(IdeaEvent.Submitted idea) {
    return idea.submittedAt() == null ? null : idea.submittedAt().toString();
  }

  private static String comparison(IdeaEvent.Submitted idea) {
    return IdeaEvent.text(idea.comparison());
  }
}
