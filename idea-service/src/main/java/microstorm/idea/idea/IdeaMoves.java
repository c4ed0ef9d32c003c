package microstorm.idea.idea;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import microstorm.idea.board.Activity;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Viewer;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.IdeaMoved;
import microstorm.messaging.Outbox;
import microstorm.web.Given;
import microstorm.web.Refusal;

/** Those who lead put ideas where they belong; the words stay as they are. */
@ApplicationScoped
@Transactional(MANDATORY)
class IdeaMoves {

  private final Ideas ideas;
  private final IdeaTable table;
  private final Boards boards;
  private final BoardsConfig bounds;
  private final Outbox outbox;

  IdeaMoves(Ideas ideas, IdeaTable table, Boards boards, BoardsConfig bounds, Outbox outbox) {
    this.ideas = ideas;
    this.table = table;
    this.boards = boards;
    this.bounds = bounds;
    this.outbox = outbox;
  }

  /** Moves an idea, with all that builds on it. */
  void move(UUID sessionId, Viewer leader, UUID id, Given<UUID> topic, Given<UUID> parent) {
    boards.lock(sessionId, leader, Activity.ORGANISE);
    StoredIdea idea = ideas.seen(leader, sessionId, id);
    UUID topicId = Given.or(topic, idea.topicId());
    UUID parentId = Given.or(parent, idea.parentId());
    if (topicId != null && !table.isTopicOf(topicId, sessionId)) {
      throw Refusal.notFound("topic");
    }
    int depth = parentId == null ? 1 : depthBelow(ideas.seen(leader, sessionId, parentId), id);
    Depth.check(depth + table.deepest(id) - idea.depth(), bounds.maxDepth());
    long seq = boards.advance(sessionId);
    table.deepen(id, depth - idea.depth());
    table.place(id, topicId, parentId, seq);
    outbox.append(
        idea.shared()
            ? new IdeaMoved(sessionId, seq, id, topicId, parentId, idea.position())
            : new BoardAdvanced(sessionId, seq));
  }

  private int depthBelow(StoredIdea parent, UUID id) {
    if (table.isBelow(parent.id(), id)) {
      throw new Refusal(409, "cycle", "Cycle", "An idea cannot build on itself.");
    }
    return parent.depth() + 1;
  }
}
