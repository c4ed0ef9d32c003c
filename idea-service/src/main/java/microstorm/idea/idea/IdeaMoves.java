package microstorm.idea.idea;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import microstorm.http.input.PatchField;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaMoved;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;

/**
 * Moves ideas: people who lead the session move every idea, and authors their own. The text of the
 * ideas stays unchanged.
 */
@ApplicationScoped
@Transactional(MANDATORY)
public class IdeaMoves {

  private final Ideas ideas;
  private final IdeaTable table;
  private final IdeaTree tree;
  private final Boards boards;
  private final BoardsConfig bounds;
  private final Outbox outbox;

  IdeaMoves(
      Ideas ideas,
      IdeaTable table,
      IdeaTree tree,
      Boards boards,
      BoardsConfig bounds,
      Outbox outbox) {
    this.ideas = ideas;
    this.table = table;
    this.tree = tree;
    this.boards = boards;
    this.bounds = bounds;
    this.outbox = outbox;
  }

  /**
   * Moves an idea and all ideas that build on it. An idea is in the same topic as its parent. With
   * a new parent it moves to the topic of that parent; with a new topic it loses its parent.
   */
  void move(
      UUID sessionId, Viewer mover, UUID id, PatchField<UUID> topic, PatchField<UUID> parent) {
    Board board = boards.lock(sessionId);
    StoredIdea idea = ideas.seen(mover, board, id);
    requireRight(board, mover, idea);
    boolean changesTopic = topic != null && !Objects.equals(topic.value(), idea.topicId());
    UUID parentId = PatchField.or(parent, changesTopic ? null : idea.parentId());
    StoredIdea newParent = parentId == null ? null : ideas.seen(mover, board, parentId);
    if (newParent != null && !idea.canBuildOn(newParent)) {
      throw BoardProblem.OTHER_ROOM.exception();
    }
    if (parent != null && newParent != null && !mover.leads() && !newParent.isBy(mover)) {
      ActivityRules.BUILD.checkPhase(board);
    }
    UUID topicId = PatchField.or(topic, newParent == null ? idea.topicId() : newParent.topicId());
    if (topicId != null && !table.isTopicOf(topicId, sessionId)) {
      throw ProblemException.notFound("topic");
    }
    if (newParent != null && !Objects.equals(topicId, newParent.topicId())) {
      throw otherTopic();
    }
    int depth = newParent == null ? 1 : depthBelow(newParent, id);
    IdeaDepth.check(depth + tree.deepest(id) - idea.depth(), bounds.maxDepth());
    place(idea, topicId, parentId, depth);
  }

  private static void requireRight(Board board, Viewer mover, StoredIdea idea) {
    boolean own = idea.isBy(mover) && (!mover.leads() || board.collectsEarly());
    ActivityRules activity = own ? ActivityRules.WRITE : ActivityRules.MOVE;
    activity.checkRole(mover.role());
    activity.checkPhase(board);
  }

  private void place(StoredIdea idea, UUID topicId, UUID parentId, int depth) {
    List<StoredIdea> followers =
        Objects.equals(topicId, idea.topicId()) ? List.of() : tree.below(idea.id());
    long seq = boards.advance(idea.sessionId(), 1 + followers.size()) - followers.size();
    tree.deepen(idea.id(), depth - idea.depth());
    table.place(idea.id(), topicId, parentId, seq);
    tree.follow(followers, topicId, seq);
    List<BoardEvent> events = new ArrayList<>();
    events.add(moved(idea, topicId, parentId, seq));
    for (StoredIdea follower : followers) {
      events.add(moved(follower, topicId, follower.parentId(), ++seq));
    }
    outbox.append(events);
  }

  private static BoardEvent moved(StoredIdea idea, UUID topicId, UUID parentId, long seq) {
    return idea.isPublic()
        ? new IdeaMoved(idea.sessionId(), seq, idea.id(), topicId, parentId, idea.position())
        : new BoardAdvanced(idea.sessionId(), seq);
  }

  /** Refuses a topic that differs from the topic of the parent. */
  public static ProblemException otherTopic() {
    return BoardProblem.OTHER_TOPIC.exception();
  }

  private int depthBelow(StoredIdea parent, UUID id) {
    if (tree.isBelow(parent.id(), id)) {
      throw BoardProblem.CYCLE.exception();
    }
    return parent.depth() + 1;
  }
}
