package microstorm.idea.idea;

import java.util.UUID;

/**
 * Something on a board that names ideas. An idea that is withdrawn has no words any more: whatever
 * names it is told as it is without it. Every such thing has one bean; runs in the caller's
 * transaction, on a locked board.
 */
public interface IdeaReferences {

  /**
   * Leaves a withdrawn idea out, and tells what stands without it.
   *
   * @param groupId the group that the idea was in; null: in none
   */
  void drop(UUID sessionId, UUID ideaId, UUID groupId);
}
