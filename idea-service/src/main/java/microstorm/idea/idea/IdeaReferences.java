package microstorm.idea.idea;

import java.util.UUID;

/**
 * References to ideas from other items of a board. When an idea is withdrawn, the items that refer
 * to it are published again without it. Each kind of item has one such bean. Runs in the caller's
 * transaction, on a locked board.
 */
public interface IdeaReferences {

  /**
   * Removes the references to a withdrawn idea and publishes the changed items.
   *
   * @param groupId the group that the idea was in; null when there is none
   */
  void drop(UUID sessionId, UUID ideaId, UUID groupId);

  /**
   * Restores the references to an idea that its author brought back, as far as that is possible.
   *
   * @param groupId the group that the idea was in when it was withdrawn; null when there was none
   */
  default void bringBack(UUID sessionId, UUID ideaId, UUID groupId) {}
}
