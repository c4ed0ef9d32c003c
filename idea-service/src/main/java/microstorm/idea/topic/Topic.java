package microstorm.idea.topic;

import java.util.UUID;

/**
 * A topic of a board.
 *
 * @param parentId the topic that contains it; null on the top level
 * @param position the place among all topics and ideas of the board
 */
public record Topic(UUID id, UUID parentId, int position, String title) {

  /** The same topic in another place. */
  Topic at(UUID otherParentId, int otherPosition) {
    return new Topic(id, otherParentId, otherPosition, title);
  }
}
