package microstorm.idea.idea;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import microstorm.database.RecordMapper;
import microstorm.idea.event.Comparison;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.json.Json;

/**
 * The content of withdrawn ideas. It is kept apart from the ideas, so that nothing that reads a
 * board can show it, and deleted when the board is sealed. Runs in the caller's transaction.
 */
@ApplicationScoped
public class WithdrawnIdeas {

  private static final Logger LOG = Logger.getLogger(WithdrawnIdeas.class);

  private static final String LEFT_OVER =
      """
      delete from withdrawn_idea using board
      where board.session_id = withdrawn_idea.session_id and board.phase in ('closing', 'closed')
      """;

  private final Jdbi database;

  WithdrawnIdeas(Jdbi database) {
    this.database = database;
  }

  /** The content of a withdrawn idea, and the place that it had. */
  public record Content(
      String text, @Json Comparison comparison, UUID topicId, UUID parentId, UUID groupId) {}

  /** Copies the content of an idea that is about to be withdrawn. */
  void keep(UUID ideaId) {
    database.useHandle(
        handle ->
            handle.execute(
                """
                insert into withdrawn_idea
                  (idea_id, session_id, text, comparison, topic_id, parent_id, group_id)
                select id, session_id, text, comparison, topic_id, parent_id, group_id
                from idea where id = ?
                """,
                ideaId));
  }

  /** Takes the content of a withdrawn idea out; empty when it is no longer kept. */
  public Optional<Content> take(UUID ideaId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    delete from withdrawn_idea where idea_id = ?
                    returning text, comparison, topic_id, parent_id, group_id
                    """)
                .bind(0, ideaId)
                .map(RecordMapper.of(Content.class))
                .findOne());
  }

  /** During a rolling update the previous version seals boards and leaves the content. */
  @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void removeLeftOver() {
    try {
      database.useHandle(handle -> handle.execute(LEFT_OVER));
    } catch (RuntimeException failure) {
      LOG.debugf("The withdrawn ideas of sealed boards cannot be removed now: %s", failure);
    }
  }

  /** Deletes the content of all withdrawn ideas of a board. */
  public void forget(UUID sessionId) {
    database.useHandle(
        handle -> handle.execute("delete from withdrawn_idea where session_id = ?", sessionId));
  }
}
