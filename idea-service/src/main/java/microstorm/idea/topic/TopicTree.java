package microstorm.idea.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.idea.problem.BoardProblem;

/** The tree of a board's topics. */
final class TopicTree {

  private final Map<UUID, Topic> topics = new LinkedHashMap<>();

  /**
   * @param inOrder all topics of the board, by their positions
   */
  TopicTree(List<Topic> inOrder) {
    inOrder.forEach(topic -> topics.put(topic.id(), topic));
  }

  int size() {
    return topics.size();
  }

  /**
   * A topic of the board.
   *
   * @throws ProblemException 404 when there is none
   */
  Topic get(UUID id) {
    Topic topic = topics.get(id);
    if (topic == null) {
      throw ProblemException.notFound("topic");
    }
    return topic;
  }

  /** The level of a topic, from 1; 0 for null, which is above the top level. */
  int depth(UUID id) {
    return id == null ? 0 : 1 + depth(get(id).parentId());
  }

  /** The number of levels of a topic, including its own. */
  int height(UUID id) {
    return 1 + children(id).stream().mapToInt(child -> height(child.id())).max().orElse(0);
  }

  /** Whether a topic is there, or is the top level, and can contain another one. */
  boolean hasRoomBelow(UUID id, int maxDepth) {
    return id == null || topics.containsKey(id) && depth(id) < maxDepth;
  }

  boolean hasChildren(UUID id) {
    return !children(id).isEmpty();
  }

  private List<Topic> children(UUID parentId) {
    return topics.values().stream()
        .filter(topic -> Objects.equals(topic.parentId(), parentId))
        .toList();
  }

  private boolean isWithin(UUID id, UUID outer) {
    return id != null && (id.equals(outer) || isWithin(get(id).parentId(), outer));
  }

  /**
   * Moves a topic before the sibling at this position. This sibling and those after it move back,
   * up to the first gap in the positions.
   *
   * @return the moved topics in their new places
   * @throws ProblemException 404 when there is no such parent, 409 cycle
   */
  List<Topic> move(Topic topic, UUID parentId, int position) {
    if (isWithin(parentId, topic.id())) {
      throw BoardProblem.CYCLE.exception();
    }
    List<Topic> moved = new ArrayList<>();
    moved.add(topic.at(parentId, position));
    int taken = position;
    for (Topic sibling : children(parentId)) {
      if (sibling.position() > taken) {
        break;
      }
      if (sibling.position() >= position && !sibling.id().equals(topic.id())) {
        moved.add(sibling.at(parentId, ++taken));
      }
    }
    return moved;
  }
}
