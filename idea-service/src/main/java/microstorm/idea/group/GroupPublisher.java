package microstorm.idea.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import microstorm.idea.board.Boards;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeasGrouped;
import microstorm.idea.idea.IdeaReferences;
import microstorm.messaging.outbox.Outbox;

/**
 * Publishes changed groups. A group that only one room sees is published when the rooms merge. Runs
 * in the caller's transaction, on a locked board.
 */
@ApplicationScoped
public class GroupPublisher implements IdeaReferences {

  private final Groups groups;
  private final GroupTable table;
  private final GroupRooms rooms;
  private final Boards boards;
  private final Outbox outbox;

  GroupPublisher(Groups groups, GroupTable table, GroupRooms rooms, Boards boards, Outbox outbox) {
    this.groups = groups;
    this.table = table;
    this.rooms = rooms;
    this.boards = boards;
    this.outbox = outbox;
  }

  /** Shows everybody the groups of all rooms. */
  public void merge(UUID sessionId) {
    rooms.merge(sessionId).forEach(group -> publishChange(sessionId, group));
  }

  @Override
  public void bringBack(UUID sessionId, UUID ideaId, UUID groupId) {
    if (groupId != null && groups.find(sessionId, groupId).isPresent()) {
      table.put(ideaId, groupId);
      publishChange(sessionId, groupId);
    }
  }

  @Override
  public void drop(UUID sessionId, UUID ideaId, UUID groupId) {
    if (groupId != null) {
      publishChange(sessionId, groupId);
    }
  }

  /** Publishes a group whose ideas have changed. */
  void publishChange(UUID sessionId, UUID id) {
    long seq = boards.advance(sessionId);
    table.touch(id, seq);
    publish(sessionId, id, seq);
  }

  /** Publishes a group as it is now. */
  GroupView publish(UUID sessionId, UUID id, long seq) {
    GroupView group = groups.find(sessionId, id).orElseThrow();
    IdeasGrouped grouped =
        new IdeasGrouped(sessionId, seq, id, group.position(), group.name(), group.ideaIds());
    outbox.append(event(sessionId, id, seq, grouped));
    return group;
  }

  /** The event, or for a group that only one room sees one that says nothing about it. */
  BoardEvent event(UUID sessionId, UUID id, long seq, BoardEvent event) {
    boolean inRoom = rooms.of(sessionId, id).filter(seen -> seen.room() != null).isPresent();
    return inRoom ? new BoardAdvanced(sessionId, seq) : event;
  }
}
