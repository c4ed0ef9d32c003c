package microstorm.idea.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaRedacted;
import microstorm.idea.event.IdeaReinstated;
import microstorm.idea.event.IdeaTakenDown;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.idea.IdeaView.Removal;
import microstorm.idea.idea.Ideas;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.idea.WithdrawnIdeas;
import microstorm.idea.link.Link;
import microstorm.idea.link.LinkTable;
import microstorm.idea.link.Links;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.removal.RemovedIdeas.Content;
import microstorm.idea.removal.RemovedIdeas.Removed;
import microstorm.idea.text.ComparisonText;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;

/** Takes ideas down, brings them back and redacts them, each in a transaction. */
@ApplicationScoped
class RemovalService {

  private final Ideas ideas;
  private final RemovedIdeas removed;
  private final WithdrawnIdeas withdrawn;
  private final LinkTable links;
  private final Boards boards;
  private final Outbox outbox;
  private final UnpublishedContent unpublished;
  private final Clock clock;

  RemovalService(
      Ideas ideas,
      RemovedIdeas removed,
      WithdrawnIdeas withdrawn,
      LinkTable links,
      Boards boards,
      Outbox outbox,
      UnpublishedContent unpublished,
      Clock clock) {
    this.ideas = ideas;
    this.removed = removed;
    this.withdrawn = withdrawn;
    this.links = links;
    this.boards = boards;
    this.outbox = outbox;
    this.unpublished = unpublished;
    this.clock = clock;
  }

  /** Replaces the content of an idea by a placeholder. A repetition has no further effect. */
  @Transactional
  IdeaView takeDown(UUID sessionId, Viewer leader, UUID id) {
    Board board = lock(sessionId, leader);
    StoredIdea idea = ideas.seen(leader, sessionId, id);
    if (idea.removal() != Removal.TAKEN_DOWN) {
      idea.requireContent();
      long seq = boards.advance(sessionId);
      String placeholder = Placeholder.in(board.language());
      Removed by = new Removed(leader.role(), clock.instant());
      int gone = removed.takeDown(id, placeholder, by, seq);
      publish(
          idea,
          seq,
          List.of(
              new IdeaTakenDown(
                  sessionId, seq, id, placeholder, gone, by.removedBy(), by.removedAt())));
    }
    return view(sessionId, leader, id);
  }

  /** Brings the content of an idea back. Has no effect on an idea that nobody removed. */
  @Transactional
  IdeaView reinstate(UUID sessionId, Viewer leader, UUID id) {
    lock(sessionId, leader);
    StoredIdea idea = ideas.seen(leader, sessionId, id);
    if (idea.removal() != null) {
      reinstate(leader, idea, takenDown(id));
    }
    return view(sessionId, leader, id);
  }

  private void reinstate(Viewer leader, StoredIdea idea, Content content) {
    long seq = boards.advance(idea.sessionId());
    List<Link> found =
        Links.in(idea.id(), ComparisonText.texts(content.text(), content.comparison()));
    removed.reinstate(idea.id(), content, seq);
    links.insert(found);
    List<BoardEvent> events = new ArrayList<>();
    events.add(
        new IdeaReinstated(
            idea.sessionId(),
            seq,
            idea.id(),
            content.text(),
            content.comparison(),
            found.size(),
            leader.role(),
            clock.instant()));
    found.forEach(link -> events.add(link.added(idea.sessionId(), seq)));
    publish(idea, seq, events);
  }

  /** What happened to an idea that only one room sees is published when the rooms merge. */
  private void publish(StoredIdea idea, long seq, List<BoardEvent> events) {
    outbox.append(idea.isPublic() ? events : List.of(new BoardAdvanced(idea.sessionId(), seq)));
  }

  /**
   * Deletes the content of an idea for good, also of one that was taken down or withdrawn. A
   * repetition has no further effect.
   */
  @Transactional
  void redact(UUID sessionId, Viewer leader, UUID id) {
    Board board = lock(sessionId, leader);
    StoredIdea idea =
        ideas
            .find(sessionId, id)
            .filter(StoredIdea::shared)
            .orElseThrow(() -> board.unseen("idea"));
    if (idea.removal() == Removal.REDACTED) {
      return;
    }
    withdrawn.take(id);
    long seq = boards.advance(sessionId);
    String placeholder = Placeholder.in(board.language());
    Removed by = new Removed(leader.role(), clock.instant());
    int gone = removed.redact(id, placeholder, by, seq);
    unpublished.forget(sessionId, id, placeholder);
    publish(
        idea,
        seq,
        List.of(
            new IdeaRedacted(
                sessionId, seq, id, placeholder, gone, by.removedBy(), by.removedAt())));
  }

  /**
   * The content of an idea that was taken down, for its author and the people who lead the session.
   *
   * @throws ProblemException 403 not-facilitator; 409 idea-removed when it was redacted
   */
  @Transactional
  IdeaContent content(UUID sessionId, Viewer viewer, UUID id) {
    StoredIdea idea = ideas.seen(viewer, sessionId, id);
    if (!idea.isBy(viewer)) {
      ActivityRules.MODERATE.checkRole(viewer.role());
    }
    Content content =
        idea.removal() == null ? new Content(idea.text(), idea.comparison()) : takenDown(id);
    return new IdeaContent(id, content.text(), content.comparison());
  }

  private Content takenDown(UUID id) {
    return removed.content(id).orElseThrow(BoardProblem.IDEA_REMOVED::exception);
  }

  private Board lock(UUID sessionId, Viewer leader) {
    boolean owner = leader.role().equals(Caller.OWNER);
    return boards.lock(
        sessionId, leader, owner ? ActivityRules.MODERATE_LATER : ActivityRules.MODERATE);
  }

  private IdeaView view(UUID sessionId, Viewer viewer, UUID id) {
    return ideas.view(viewer, ideas.seen(viewer, sessionId, id));
  }
}
