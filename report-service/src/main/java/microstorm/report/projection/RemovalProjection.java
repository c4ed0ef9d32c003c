package microstorm.report.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.report.course.HappeningKind;
import microstorm.report.deletion.ImportQuotes;
import microstorm.report.edition.KeptWords;
import org.jdbi.v3.core.Jdbi;

/**
 * Projects the removal of content from ideas. The reports forget the content of an idea that was
 * taken down too; it comes back with the event that reinstates the idea.
 */
@ApplicationScoped
class RemovalProjection {

  private static final String TAKEN_DOWN = "taken-down";
  private static final String REDACTED = "redacted";

  private final Jdbi database;
  private final ImportQuotes quotes;
  private final KeptWords kept;
  private final ObjectMapper json;

  RemovalProjection(Jdbi database, ImportQuotes quotes, KeptWords kept, ObjectMapper json) {
    this.database = database;
    this.quotes = quotes;
    this.kept = kept;
    this.json = json;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher readers) {
    readers
        .on(
            IdeaEvent.Removed.TAKEN_DOWN_TYPE,
            IdeaEvent.Removed.class,
            idea -> remove(idea, TAKEN_DOWN, HappeningKind.IDEA_TAKEN_DOWN))
        .on(
            IdeaEvent.Removed.REDACTED_TYPE,
            IdeaEvent.Removed.class,
            idea -> remove(idea, REDACTED, HappeningKind.IDEA_REDACTED))
        .on(IdeaEvent.Reinstated.TYPE, IdeaEvent.Reinstated.class, this::reinstate);
  }

  private void remove(IdeaEvent.Removed idea, String removal, HappeningKind kind) {
    execute(
        """
        insert into removed_idea (idea_id, session_id, removal, placeholder) values (?, ?, ?, ?)
        on conflict (idea_id) do update set removal = excluded.removal
        """,
        idea.ideaId(),
        idea.sessionId(),
        removal,
        idea.text());
    kept.cover(idea.sessionId(), idea.ideaId(), words(idea.ideaId()), idea.text());
    execute(
        "update report_idea set text = ?, comparison = null where id = ?",
        idea.text(),
        idea.ideaId());
    execute("delete from report_link where idea_id = ?", idea.ideaId());
    quotes.forget(Set.of(idea.sessionId()));
    // of the whole session with the content: the next import stores another one
    execute(
        "update log_session set digest = '', text_hash = null where session_id = ?",
        idea.sessionId());
    changeLinks(idea.sessionId(), -idea.links(), idea.seq());
    happened(idea.sessionId(), idea.removedAt(), kind, idea.ideaId(), idea.removedBy());
  }

  private String words(UUID ideaId) {
    return database.withHandle(
        handle ->
            handle
                .select("select text from report_idea where id = ?", ideaId)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
  }

  private void reinstate(IdeaEvent.Reinstated idea) {
    kept.reinstate(idea.sessionId(), idea.ideaId(), idea.text());
    execute("delete from removed_idea where idea_id = ?", idea.ideaId());
    execute(
        "update report_idea set text = ?, comparison = ?::jsonb where id = ?",
        idea.text(),
        IdeaEvent.text(idea.comparison()),
        idea.ideaId());
    changeLinks(idea.sessionId(), idea.links(), idea.seq());
    happened(
        idea.sessionId(),
        idea.reinstatedAt(),
        HappeningKind.IDEA_REINSTATED,
        idea.ideaId(),
        idea.reinstatedBy());
  }

  /** A board that was sealed before has this many links more or less than the seal said. */
  private void changeLinks(UUID sessionId, int links, long seq) {
    execute(
        "update report_board set links = links + ?, seq = ? where session_id = ?",
        links,
        seq,
        sessionId);
  }

  private void happened(UUID sessionId, Instant at, HappeningKind kind, UUID ideaId, String by) {
    ObjectNode detail = json.createObjectNode();
    detail.put("ideaId", ideaId.toString()).put("by", by);
    execute(
        """
        insert into report_happening (session_id, at, kind, detail)
        values (?, ?, ?, ?::jsonb)
        """,
        sessionId,
        at,
        kind.label(),
        detail.toString());
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }
}
