package microstorm.idea.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.input.Patches;
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Board;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Created;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Rooms;
import microstorm.idea.event.GroupRemoved;
import microstorm.idea.group.GroupRooms.SeenIn;
import microstorm.idea.problem.BoardProblem;
import microstorm.idea.viewer.Viewer;
import microstorm.messaging.outbox.Outbox;

/**
 * Adds, changes, removes and brings back groups, each in a transaction. While the people are split
 * into rooms, a group belongs to the room of its ideas, or of the person who adds it without any.
 */
@ApplicationScoped
class GroupService {

  private final Groups groups;
  private final GroupTable table;
  private final GroupRooms groupRooms;
  private final GroupPublisher publisher;
  private final Rooms rooms;
  private final Boards boards;
  private final BoardsConfig bounds;
  private final Outbox outbox;
  private final NewId newId;

  GroupService(
      Groups groups,
      GroupTable table,
      GroupRooms groupRooms,
      GroupPublisher publisher,
      Rooms rooms,
      Boards boards,
      BoardsConfig bounds,
      Outbox outbox,
      NewId newId) {
    this.groups = groups;
    this.table = table;
    this.groupRooms = groupRooms;
    this.publisher = publisher;
    this.rooms = rooms;
    this.boards = boards;
    this.bounds = bounds;
    this.outbox = outbox;
    this.newId = newId;
  }

  @Transactional
  Created<GroupView> add(UUID sessionId, Viewer viewer, AddGroup request) {
    Board board = boards.lock(sessionId, viewer, ActivityRules.GROUP);
    RoomAccess access = rooms.accessOf(board, viewer);
    UUID id = Objects.requireNonNullElseGet(request.id(), newId::get);
    Optional<GroupView> same =
        isHidden(sessionId, access, id) ? Optional.empty() : groups.find(sessionId, id);
    if (same.isPresent()) {
      boolean asked = request.isOf(same.get());
      return Created.before(same.get(), "group", asked, groups.isChanged(id));
    }
    Created.checkRoom(
        groups.of(sessionId).size(), groups.removed(sessionId), bounds.maxGroups(), "groups");
    Set<UUID> ideas = new LinkedHashSet<>(Objects.requireNonNullElse(request.ideaIds(), List.of()));
    SeenIn room =
        roomsOf(sessionId, access, ideas).stream()
            .findFirst()
            .orElse(new SeenIn(board.isSplit() ? access.room() : null));
    long seq = boards.advance(sessionId);
    if (!table.insert(sessionId, id, request.name().strip(), room.room(), seq)) {
      throw Created.idInUse("group");
    }
    gather(sessionId, id, ideas, seq);
    return Created.now(publisher.publish(sessionId, id, seq));
  }

  @Transactional
  GroupView change(UUID sessionId, Viewer viewer, UUID id, ChangeGroup request) {
    Board board =
        Patches.isEmpty(request)
            ? boards.read(sessionId, viewer, ActivityRules.GROUP)
            : boards.lock(sessionId, viewer, ActivityRules.GROUP);
    RoomAccess access = rooms.accessOf(board, viewer);
    requireSeen(sessionId, access, id);
    GroupView group = get(sessionId, id);
    if (Patches.isEmpty(request)) {
      return group;
    }
    Set<UUID> ideas = request.ideaIds() == null ? null : new LinkedHashSet<>(request.ideaIds());
    SeenIn room = groupRooms.of(sessionId, id).orElseThrow();
    if (ideas != null && !roomsOf(sessionId, access, ideas).stream().allMatch(room::equals)) {
      throw BoardProblem.OTHER_ROOM.exception();
    }
    long seq = boards.advance(sessionId);
    table.rename(id, Objects.requireNonNullElse(request.name(), group.name()).strip(), seq);
    if (ideas != null) {
      gather(sessionId, id, ideas, seq);
    }
    return publisher.publish(sessionId, id, seq);
  }

  /** Removes a group. A repetition has no further effect. */
  @Transactional
  void remove(UUID sessionId, Viewer viewer, UUID id) {
    Board board = boards.lock(sessionId, viewer, ActivityRules.GROUP);
    requireSeen(sessionId, rooms.accessOf(board, viewer), id);
    if (groups.isRemoved(sessionId, id)) {
      return;
    }
    get(sessionId, id);
    long seq = boards.advance(sessionId);
    table.remove(sessionId, id, seq);
    outbox.append(publisher.event(sessionId, id, seq, new GroupRemoved(sessionId, seq, id)));
  }

  /** Brings a removed group back. Has no effect on a group that is there. */
  @Transactional
  GroupView restore(UUID sessionId, Viewer viewer, UUID id) {
    Board board = boards.lock(sessionId, viewer, ActivityRules.GROUP);
    requireSeen(sessionId, rooms.accessOf(board, viewer), id);
    if (!groups.isRemoved(sessionId, id)) {
      return get(sessionId, id);
    }
    Created.checkRoom(groups.of(sessionId).size(), bounds.maxGroups(), "groups");
    long seq = boards.advance(sessionId);
    table.restore(sessionId, id, seq);
    return publisher.publish(sessionId, id, seq);
  }

  private GroupView get(UUID sessionId, UUID id) {
    return groups.find(sessionId, id).orElseThrow(GroupService::absent);
  }

  private static ProblemException absent() {
    return ProblemException.notFound("group");
  }

  /** A group of another room looks absent. */
  private void requireSeen(UUID sessionId, RoomAccess access, UUID id) {
    if (isHidden(sessionId, access, id)) {
      throw absent();
    }
  }

  private boolean isHidden(UUID sessionId, RoomAccess access, UUID id) {
    return groupRooms.of(sessionId, id).filter(room -> !access.sees(room.room())).isPresent();
  }

  /**
   * The one room that sees these ideas, or that every room does; nothing without ideas.
   *
   * @throws ProblemException 404 when this person does not see one of them; 409 other-room when
   *     they are in different rooms
   */
  private Set<SeenIn> roomsOf(UUID sessionId, RoomAccess access, Set<UUID> ideas) {
    List<SeenIn> found = groupRooms.ofIdeas(sessionId, ideas);
    if (found.size() < ideas.size() || !found.stream().allMatch(in -> access.sees(in.room()))) {
      throw ProblemException.notFound("idea");
    }
    Set<SeenIn> distinct = new LinkedHashSet<>(found);
    if (distinct.size() > 1) {
      throw BoardProblem.OTHER_ROOM.exception();
    }
    return distinct;
  }

  /** Puts ideas into a group. The groups that lose these ideas are published too. */
  private void gather(UUID sessionId, UUID id, Set<UUID> ideas, long seq) {
    List<UUID> others = table.othersWith(sessionId, ideas, id);
    table.fill(sessionId, id, ideas, seq);
    others.forEach(other -> publisher.publishChange(sessionId, other));
  }
}
