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
import microstorm.http.problem.ProblemException;
import microstorm.idea.board.ActivityRules;
import microstorm.idea.board.Boards;
import microstorm.idea.board.BoardsConfig;
import microstorm.idea.board.Created;
import microstorm.idea.board.Viewer;
import microstorm.idea.event.GroupRemoved;
import microstorm.idea.event.IdeasGrouped;
import microstorm.idea.idea.IdeaReferences;
import microstorm.messaging.outbox.Outbox;

/** Adds, changes, removes and brings back groups, each in a transaction. */
@ApplicationScoped
class GroupService implements IdeaReferences {

  private final Groups groups;
  private final Boards boards;
  private final BoardsConfig bounds;
  private final Outbox outbox;
  private final NewId newId;

  GroupService(Groups groups, Boards boards, BoardsConfig bounds, Outbox outbox, NewId newId) {
    this.groups = groups;
    this.boards = boards;
    this.bounds = bounds;
    this.outbox = outbox;
    this.newId = newId;
  }

  @Transactional
  Created<GroupView> add(UUID sessionId, Viewer viewer, AddGroup request) {
    boards.lock(sessionId, viewer, ActivityRules.GROUP);
    UUID id = Objects.requireNonNullElseGet(request.id(), newId::get);
    Optional<GroupView> same = groups.find(sessionId, id);
    if (same.isPresent()) {
      boolean asked = request.isOf(same.get());
      return Created.before(same.get(), "group", asked, groups.isChanged(id));
    }
    Created.checkRoom(
        groups.of(sessionId).size(), groups.removed(sessionId), bounds.maxGroups(), "groups");
    long seq = boards.advance(sessionId);
    if (!groups.insert(sessionId, id, request.name().strip(), seq)) {
      throw Created.idInUse("group");
    }
    gather(sessionId, id, Objects.requireNonNullElse(request.ideaIds(), List.of()), seq);
    return Created.now(publish(sessionId, id, seq));
  }

  @Transactional
  GroupView change(UUID sessionId, Viewer viewer, UUID id, ChangeGroup request) {
    boards.lock(sessionId, viewer, ActivityRules.GROUP);
    GroupView group = get(sessionId, id);
    long seq = boards.advance(sessionId);
    groups.rename(id, Objects.requireNonNullElse(request.name(), group.name()).strip(), seq);
    if (request.ideaIds() != null) {
      gather(sessionId, id, request.ideaIds(), seq);
    }
    return publish(sessionId, id, seq);
  }

  /** Removes a group. A repetition has no further effect. */
  @Transactional
  void remove(UUID sessionId, Viewer viewer, UUID id) {
    boards.lock(sessionId, viewer, ActivityRules.GROUP);
    if (groups.isRemoved(sessionId, id)) {
      return;
    }
    get(sessionId, id);
    long seq = boards.advance(sessionId);
    groups.remove(sessionId, id, seq);
    outbox.append(new GroupRemoved(sessionId, seq, id));
  }

  /** Brings a removed group back. Has no effect on a group that is there. */
  @Transactional
  GroupView restore(UUID sessionId, Viewer viewer, UUID id) {
    boards.lock(sessionId, viewer, ActivityRules.GROUP);
    if (!groups.isRemoved(sessionId, id)) {
      return get(sessionId, id);
    }
    Created.checkRoom(groups.of(sessionId).size(), bounds.maxGroups(), "groups");
    long seq = boards.advance(sessionId);
    groups.restore(sessionId, id, seq);
    return publish(sessionId, id, seq);
  }

  @Override
  public void bringBack(UUID sessionId, UUID ideaId, UUID groupId) {
    if (groupId != null && groups.find(sessionId, groupId).isPresent()) {
      groups.put(ideaId, groupId);
      publishChange(sessionId, groupId);
    }
  }

  @Override
  public void drop(UUID sessionId, UUID ideaId, UUID groupId) {
    if (groupId != null) {
      publishChange(sessionId, groupId);
    }
  }

  private GroupView get(UUID sessionId, UUID id) {
    return groups.find(sessionId, id).orElseThrow(() -> ProblemException.notFound("group"));
  }

  /** Puts ideas into a group. The groups that lose these ideas are published too. */
  private void gather(UUID sessionId, UUID id, List<UUID> ideaIds, long seq) {
    Set<UUID> ideas = new LinkedHashSet<>(ideaIds);
    if (groups.countShared(sessionId, ideas) < ideas.size()) {
      throw ProblemException.notFound("idea");
    }
    List<UUID> others = groups.othersWith(sessionId, ideas, id);
    groups.fill(sessionId, id, ideas, seq);
    others.forEach(other -> publishChange(sessionId, other));
  }

  /** Publishes a group that has lost ideas. */
  private void publishChange(UUID sessionId, UUID id) {
    long seq = boards.advance(sessionId);
    groups.touch(id, seq);
    publish(sessionId, id, seq);
  }

  private GroupView publish(UUID sessionId, UUID id, long seq) {
    GroupView group = groups.find(sessionId, id).orElseThrow();
    outbox.append(
        new IdeasGrouped(sessionId, seq, id, group.position(), group.name(), group.ideaIds()));
    return group;
  }
}
