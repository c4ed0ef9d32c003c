package microstorm.idea.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.input.PatchField;
import microstorm.http.input.Patches;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Created;
import microstorm.idea.board.Phase;
import microstorm.idea.event.TopicAdded;
import microstorm.idea.event.TopicMoved;
import microstorm.idea.event.TopicRemoved;
import microstorm.idea.event.TopicRenamed;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;

/** Adds, changes, removes and brings back topics, each in a transaction. */
@ApplicationScoped
class TopicService {

  private final Topics topics;
  private final Boards boards;
  private final BoardsConfig bounds;
  private final Outbox outbox;
  private final NewId newId;

  TopicService(Topics topics, Boards boards, BoardsConfig bounds, Outbox outbox, NewId newId) {
    this.topics = topics;
    this.boards = boards;
    this.bounds = bounds;
    this.outbox = outbox;
    this.newId = newId;
  }

  @Transactional
  Created<Topic> add(UUID sessionId, Viewer viewer, AddTopic request) {
    Board board =
        boards.lock(
            sessionId, viewer, viewer.leads() ? ActivityRules.ORGANISE : ActivityRules.BUILD);
    if (board.isSplit() && !viewer.leads()) {
      throw BoardProblem.ROOMS_OPEN.exception();
    }
    UUID id = Objects.requireNonNullElseGet(request.id(), newId::get);
    Optional<Topic> same = topics.find(sessionId, id);
    if (same.isPresent()) {
      boolean asked = request.isOf(same.get());
      return Created.before(same.get(), "topic", asked, topics.isChanged(id));
    }
    TopicTree tree = new TopicTree(topics.of(sessionId));
    Created.checkRoom(tree.size(), topics.removed(sessionId), bounds.maxTopics(), "topics");
    checkDepth(tree.depth(request.parentId()) + 1);
    long seq = boards.advance(sessionId);
    Topic topic =
        new Topic(id, request.parentId(), BoardClock.position(seq), request.title().strip());
    if (!topics.insert(sessionId, topic, seq)) {
      throw Created.idInUse("topic");
    }
    outbox.append(
        new TopicAdded(sessionId, seq, id, topic.parentId(), topic.position(), topic.title()));
    return Created.now(topic);
  }

  @Transactional
  Topic change(UUID sessionId, Viewer viewer, UUID id, ChangeTopic request) {
    if (Patches.isEmpty(request)) {
      boards.read(sessionId, viewer, ActivityRules.ORGANISE);
      return new TopicTree(topics.of(sessionId)).get(id);
    }
    boards.lock(sessionId, viewer, ActivityRules.ORGANISE);
    TopicTree tree = new TopicTree(topics.of(sessionId));
    Topic topic = tree.get(id);
    if (request.title() != null) {
      String title = request.title().strip();
      long seq = boards.advance(sessionId);
      topics.rename(id, title, seq);
      outbox.append(new TopicRenamed(sessionId, seq, id, title));
    }
    if (request.moves()) {
      move(sessionId, tree, topic, request);
    }
    return topics.find(sessionId, id).orElseThrow();
  }

  private void move(UUID sessionId, TopicTree tree, Topic topic, ChangeTopic request) {
    UUID parentId = PatchField.or(request.parentId(), topic.parentId());
    int position = Objects.requireNonNullElse(request.position(), topic.position());
    List<Topic> moved = tree.move(topic, parentId, position);
    checkDepth(tree.depth(parentId) + tree.height(topic.id()));
    long seq = boards.advance(sessionId, moved.size()) - moved.size();
    for (Topic elsewhere : moved) {
      topics.place(elsewhere, ++seq);
      outbox.append(
          new TopicMoved(
              sessionId, seq, elsewhere.id(), elsewhere.parentId(), elsewhere.position()));
    }
  }

  /**
   * Removes an empty topic. Not in the quiet phase, because nobody may learn whether a topic has
   * hidden ideas. Before that phase a topic can have hidden ideas if the session went back; they
   * leave the topic with the same number, so that nobody learns of them. A repetition has no
   * further effect.
   */
  @Transactional
  void remove(UUID sessionId, Viewer viewer, UUID id) {
    Board board = boards.lock(sessionId, viewer, ActivityRules.ORGANISE);
    if (board.phase() == Phase.QUIET) {
      throw ActivityRules.quiet().retryable();
    }
    if (topics.isRemoved(sessionId, id)) {
      return;
    }
    TopicTree tree = new TopicTree(topics.of(sessionId));
    Topic topic = tree.get(id);
    boolean hidesIdeas = board.phase().compareTo(Phase.QUIET) < 0;
    if (tree.hasChildren(topic.id()) || !hidesIdeas && topics.hasIdeas(id)) {
      throw BoardProblem.TOPIC_NOT_EMPTY.exception();
    }
    long seq = boards.advance(sessionId);
    if (hidesIdeas) {
      topics.release(id, seq);
    }
    topics.remove(id, seq);
    outbox.append(new TopicRemoved(sessionId, seq, id));
  }

  /**
   * Brings a removed topic back to its place, or to the top level when its parent is no longer
   * there. Has no effect on a topic that is there.
   */
  @Transactional
  Topic restore(UUID sessionId, Viewer viewer, UUID id) {
    boards.lock(sessionId, viewer, ActivityRules.ORGANISE);
    TopicTree tree = new TopicTree(topics.of(sessionId));
    Optional<Topic> removed = topics.removed(sessionId, id);
    if (removed.isEmpty()) {
      return tree.get(id);
    }
    Created.checkRoom(tree.size(), bounds.maxTopics(), "topics");
    Topic topic = removed.get();
    if (!tree.hasRoomBelow(topic.parentId(), bounds.maxDepth())) {
      topic = topic.at(null, topic.position());
    }
    long seq = boards.advance(sessionId);
    topics.restore(topic, seq);
    outbox.append(
        new TopicAdded(sessionId, seq, id, topic.parentId(), topic.position(), topic.title()));
    return topic;
  }

  private void checkDepth(int depth) {
    if (depth > bounds.maxDepth()) {
      throw BoardProblem.TOO_DEEP.exception(
          "Topics can be nested over at most "
              + bounds.maxDepth()
              + " levels. Choose a parent on a higher level.");
    }
  }
}
