package microstorm.report.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import microstorm.messaging.inbox.EventDispatcher;
import microstorm.messaging.inbox.EventHandler;
import microstorm.messaging.inbox.Inbox;
import microstorm.messaging.inbox.IncomingEvent;
import microstorm.report.edition.SessionFailure;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jdbi.v3.core.Jdbi;

/** Applies idea-service's events to the reports. */
@ApplicationScoped
class IdeaEventsHandler implements EventHandler {

  static final String CHANNEL = "idea-events";

  /** Events that neither read nor change the row of an idea. */
  private static final Set<String> INDEPENDENT =
      Set.of(
          IdeaEvent.Submitted.TYPE,
          IdeaEvent.Submitted.SHARED_TYPE,
          IdeaEvent.LinkAdded.TYPE,
          IdeaEvent.TopicAdded.TYPE);

  private final Inbox inbox;
  private final Jdbi database;
  private final IdeaInsertBuffer ideas;
  private final ImportFailures failures;
  private final EventDispatcher readers;

  IdeaEventsHandler(
      Inbox inbox,
      Jdbi database,
      IdeaInsertBuffer ideas,
      ImportFailures failures,
      TopicProjection topics,
      OutcomeProjection outcomes,
      RemovalProjection removals,
      ActionProjection actions,
      ObjectMapper json) {
    this.inbox = inbox;
    this.database = database;
    this.ideas = ideas;
    this.failures = failures;
    this.readers =
        new EventDispatcher(json)
            .on(IdeaEvent.Submitted.TYPE, IdeaEvent.Submitted.class, this::submitted)
            .on(IdeaEvent.Submitted.SHARED_TYPE, IdeaEvent.Submitted.class, this::submitted)
            .on(IdeaEvent.Edited.TYPE, IdeaEvent.Edited.class, this::edited)
            .on(IdeaEvent.Moved.TYPE, IdeaEvent.Moved.class, this::moved)
            .on(IdeaEvent.Withdrawn.TYPE, IdeaEvent.Withdrawn.class, this::withdrawn)
            .on(IdeaEvent.LinkAdded.TYPE, IdeaEvent.LinkAdded.class, this::added)
            .on(IdeaEvent.BoardSealed.TYPE, IdeaEvent.BoardSealed.class, this::sealed)
            .on(
                IdeaEvent.ImportRefused.TYPE,
                IdeaEvent.ImportRefused.class,
                refused ->
                    failures.noteRefused(
                        refused.sessionId(),
                        refused.logRevision(),
                        SessionFailure.stored(
                            refused.code(), refused.deadLetter(), refused.reason())));
    topics.register(readers);
    outcomes.register(readers);
    removals.register(readers);
    actions.register(readers);
  }

  @Incoming(CHANNEL)
  @Blocking
  CompletionStage<Void> receive(KafkaRecordBatch<String, String> batch) {
    return inbox.receive(batch, this, CHANNEL);
  }

  @Override
  public boolean takes(String type) {
    return readers.know(type);
  }

  @Override
  public void handle(IncomingEvent event) throws JsonProcessingException {
    if (!INDEPENDENT.contains(event.type())) {
      ideas.flush();
    }
    readers.read(event);
  }

  @Override
  public void end() {
    ideas.flush();
  }

  @Override
  public void deadLettered(IncomingEvent event, Throwable cause) {
    failures.noteDeadLetter(event);
  }

  /** An idea of the quiet phase arrives without its text and is not stored until it is shared. */
  private void submitted(IdeaEvent.Submitted idea) {
    if (Boolean.FALSE.equals(idea.shared())) {
      return;
    }
    ideas.add(idea);
  }

  /**
   * Removes the idea's links, since the edited text has others: events for those follow. A late
   * event does not bring removed content back.
   */
  private void edited(IdeaEvent.Edited idea) {
    execute("delete from report_link where idea_id = ?", idea.ideaId());
    execute(
        """
        update report_idea set text = ?, comparison = ?::jsonb
        where id = ? and not exists (select from removed_idea r where r.idea_id = report_idea.id)
        """,
        idea.text(),
        IdeaEvent.text(idea.comparison()),
        idea.ideaId());
  }

  private void moved(IdeaEvent.Moved idea) {
    execute(
        "update report_idea set topic_id = ?, parent_id = ?, position = ? where id = ?",
        idea.topicId(),
        idea.parentId(),
        idea.position(),
        idea.ideaId());
  }

  private void withdrawn(IdeaEvent.Withdrawn idea) {
    execute("delete from report_link where idea_id = ?", idea.ideaId());
    execute("delete from report_idea where id = ?", idea.ideaId());
  }

  private void added(IdeaEvent.LinkAdded link) {
    execute(
        """
        insert into report_link (id, session_id, idea_id, position, title, url)
        select ?, ?, ?, ?, ?, ?
        where not exists (select from removed_idea where idea_id = ?) on conflict do nothing
        """,
        link.linkId(),
        link.sessionId(),
        link.ideaId(),
        link.position(),
        link.title(),
        link.url(),
        link.ideaId());
  }

  /**
   * The board's events arrive in order, so the seal comes after all of them. An event that is
   * missing by then is a dead letter: the board is not complete until it is replayed.
   */
  private void sealed(IdeaEvent.BoardSealed board) {
    execute(
        """
        insert into report_board
          (session_id, seq, log_revision, topics, ideas, links, groups, actions, writers, hints)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (session_id) do update set seq = excluded.seq,
          log_revision = excluded.log_revision, topics = excluded.topics, ideas = excluded.ideas,
          links = excluded.links
        """,
        board.sessionId(),
        board.seq(),
        board.logRevision(),
        board.topics(),
        board.ideas(),
        board.links(),
        board.groups(),
        board.actions(),
        board.writers(),
        board.hints());
    if (board.logRevision() != null && !hasArrived(board.sessionId())) {
      failures.note(board.sessionId(), board.logRevision(), SessionFailure.BOARD_UNREADABLE);
    }
  }

  private boolean hasArrived(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select("select exists (select from arrived_board where session_id = ?)", sessionId)
                .mapTo(Boolean.class)
                .one());
  }

  private void execute(String sql, Object... parameters) {
    database.useHandle(handle -> handle.execute(sql, parameters));
  }
}
