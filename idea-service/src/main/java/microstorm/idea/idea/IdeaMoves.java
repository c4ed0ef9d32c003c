package microstorm.idea.idea;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Viewer;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaMoved;
import microstorm.idea.problem.BoardProblem;
import microstorm.messaging.Outbox;
import microstorm.web.PatchField;
import microstorm.web.ProblemException;

/** Those who lead put ideas where they belong; the words stay as they are. */
@ApplicationScoped
@Transactional(MANDATORY)
public class IdeaMoves {

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

  /**
   * Moves an idea, with all that builds on it. An idea stands in the topic of what it builds on:
   * another idea to build on brings its topic with it, and another topic takes an idea off what it
   * built on.
   */
  void move(
      UUID sessionId, Viewer leader, UUID id, PatchField<UUID> topic, PatchField<UUID> parent) {
    Board board = boards.lock(sessionId, leader, ActivityRules.ORGANISE);
    StoredIdea idea = ideas.seen(leader, board, id);
    boolean elsewhere = topic != null && !Objects.equals(topic.value(), idea.topicId());
    UUID parentId = PatchField.or(parent, elsewhere ? null : idea.parentId());
    StoredIdea below = parentId == null ? null : ideas.seen(leader, board, parentId);
    UUID topicId = PatchField.or(topic, below == null ? idea.topicId() : below.topicId());
    if (topicId != null && !table.isTopicOf(topicId, sessionId)) {
      throw ProblemException.notFound("topic");
    }
    if (below != null && !Objects.equals(topicId, below.topicId())) {
      throw otherTopic();
    }
    int depth = below == null ? 1 : depthBelow(below, id);
    IdeaDepth.check(depth + table.deepest(id) - idea.depth(), bounds.maxDepth());
    place(idea, topicId, parentId, depth);
  }

  private void place(StoredIdea idea, UUID topicId, UUID parentId, int depth) {
    List<StoredIdea> followers =
        Objects.equals(topicId, idea.topicId()) ? List.of() : table.below(idea.id());
    long seq = boards.advance(idea.sessionId(), 1 + followers.size()) - followers.size();
    table.deepen(idea.id(), depth - idea.depth());
    table.place(idea.id(), topicId, parentId, seq);
    table.follow(followers, topicId, seq);
    List<BoardEvent> told = new ArrayList<>();
    told.add(moved(idea, topicId, parentId, seq));
    for (StoredIdea follower : followers) {
      told.add(moved(follower, topicId, follower.parentId(), ++seq));
    }
    outbox.append(told);
  }

  private static BoardEvent moved(StoredIdea idea, UUID topicId, UUID parentId, long seq) {
    return idea.shared()
        ? new IdeaMoved(idea.sessionId(), seq, idea.id(), topicId, parentId, idea.position())
        : new BoardAdvanced(idea.sessionId(), seq);
  }

  /** What builds on an idea stands where that one does. */
  public static ProblemException otherTopic() {
    return BoardProblem.OTHER_TOPIC.exception();
  }

  private int depthBelow(StoredIdea parent, UUID id) {
    if (table.isBelow(parent.id(), id)) {
      throw BoardProblem.CYCLE.exception();
    }
    return parent.depth() + 1;
  }
}
