package microstorm.idea.room;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.idea.board.Board;
import microstorm.idea.group.GroupPublisher;
import microstorm.idea.idea.IdeaSharing;
import microstorm.idea.idea.StoredIdea;
import microstorm.idea.removal.RemovalPublisher;

/** Shows everybody what belongs to the rooms of a board, when the rooms merge. */
@ApplicationScoped
public class RoomMerger {

  private final IdeaSharing sharing;
  private final RemovalPublisher removals;
  private final GroupPublisher groups;

  RoomMerger(IdeaSharing sharing, RemovalPublisher removals, GroupPublisher groups) {
    this.sharing = sharing;
    this.removals = removals;
    this.groups = groups;
  }

  /** Shows and publishes the ideas and groups of all rooms of a locked board. */
  public void merge(Board board) {
    for (StoredIdea idea : sharing.merge(board)) {
      if (idea.removal() != null) {
        removals.publish(idea);
      }
    }
    groups.merge(board.sessionId());
  }
}
