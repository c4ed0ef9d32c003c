package microstorm.idea.removal;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.idea.board.Boards;
import microstorm.idea.event.IdeaRedacted;
import microstorm.idea.event.IdeaTakenDown;
import microstorm.idea.idea.IdeaView.Removal;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.removal.RemovedIdeas.Removed;
import microstorm.messaging.outbox.Outbox;

/** Publishes removals that happened in a room, when everybody gets its ideas. */
@ApplicationScoped
public class RemovalPublisher {

  private final RemovedIdeas removed;
  private final Boards boards;
  private final Outbox outbox;

  RemovalPublisher(RemovedIdeas removed, Boards boards, Outbox outbox) {
    this.removed = removed;
    this.boards = boards;
    this.outbox = outbox;
  }

  /** Publishes by whom and when the content of an idea was removed, on a locked board. */
  public void publish(StoredIdea idea) {
    Removed by = removed.by(idea.id());
    long seq = boards.advance(idea.sessionId());
    outbox.append(
        idea.removal() == Removal.REDACTED
            ? new IdeaRedacted(
                idea.sessionId(), seq, idea.id(), idea.text(), 0, by.removedBy(), by.removedAt())
            : new IdeaTakenDown(
                idea.sessionId(), seq, idea.id(), idea.text(), 0, by.removedBy(), by.removedAt()));
  }
}
