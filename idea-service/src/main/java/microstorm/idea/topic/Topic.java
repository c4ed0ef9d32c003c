package microstorm.idea.topic;

import java.util.UUID;

/**
 * A topic of a board.
 *
 * @param parentId the topic it is part of; null at the top
 * @param position its place among all topics and ideas of the board
 */
public record Topic(UUID id, UUID parentId, int position, String title) {

  /** The same topic at another place. */
  Topic at(UUID otherParentId, int otherPosition) {
    return new Topic(id, otherParentId, otherPosition, title);
  }
}
