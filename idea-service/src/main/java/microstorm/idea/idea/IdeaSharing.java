package microstorm.idea.idea;

import static java.util.Comparator.comparingInt;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.board.Board;
import microstorm.idea.board.BoardClock;
import microstorm.idea.board.Boards;
import microstorm.idea.board.Rooms;
import microstorm.idea.event.BoardAdvanced;
import microstorm.idea.event.BoardEvent;
import microstorm.idea.event.IdeaShared;
import microstorm.idea.link.Link;
import microstorm.messaging.outbox.Outbox;

/**
 * Shows ideas to more people: the hidden ones at the end of the quiet phase, and those of the rooms
 * when the rooms merge.
 */
@ApplicationScoped
public class IdeaSharing {

  /**
   * The ideas whose events are held in memory at a time. An event that needs more memory than the
   * service has would stop one replica after the other, because it is delivered again.
   */
  private static final int CHUNK = 50;

  private final Ideas ideas;
  private final Boards boards;
  private final Rooms rooms;
  private final IdeaTable table;
  private final Outbox outbox;
  private final SecureRandom random = new SecureRandom();

  IdeaSharing(Ideas ideas, Boards boards, Rooms rooms, IdeaTable table, Outbox outbox) {
    this.ideas = ideas;
    this.boards = boards;
    this.rooms = rooms;
    this.table = table;
    this.outbox = outbox;
  }

  /**
   * Shares all hidden ideas: with everybody, or while the group is split with one room each. Each
   * gets the next number of the board, which is also its position. In an anonymous session the
   * order of the ideas is random, because the order of writing, compared with the order in which
   * people became ready, could reveal authors. It is also random if some of the ideas were written
   * while the session was anonymous.
   */
  public void share(Board board) {
    List<StoredIdea> hidden = ideas.hidden(board.sessionId());
    order(hidden, board);
    show(board, hidden, board.isSplit() ? marks(board, hidden) : Map.of());
  }

  /**
   * Shows everybody the ideas of all rooms, in a new order like that of sharing.
   *
   * @return the ideas as they were in their rooms, with their new numbers
   */
  public List<StoredIdea> merge(Board board) {
    List<StoredIdea> apart = ideas.inRooms(board.sessionId());
    order(apart, board);
    Map<UUID, RoomMark> marks = new HashMap<>();
    apart.forEach(idea -> marks.put(idea.id(), new RoomMark(idea.room(), null)));
    show(board, apart, marks);
    table.clearRooms(board.sessionId());
    return apart;
  }

  /**
   * The rooms of ideas that are shared now. An idea goes to the room of its author or, if the
   * author is not known, to the room in which it was written; what builds on an idea of a room
   * follows it.
   */
  private Map<UUID, RoomMark> marks(Board board, List<StoredIdea> hidden) {
    Map<UUID, Integer> seats = rooms.bySeat(board.sessionId());
    Map<UUID, RoomMark> marks = new HashMap<>();
    for (StoredIdea idea : hidden.stream().sorted(comparingInt(StoredIdea::depth)).toList()) {
      Integer own = idea.hasNoAuthor() ? idea.room() : seats.get(idea.origin().authorId());
      RoomMark parent = marks.getOrDefault(idea.parentId(), RoomMark.NONE);
      marks.put(idea.id(), parent.seenIn() == null ? RoomMark.in(own) : parent);
    }
    return marks;
  }

  /** Shows ideas in this order. Those that one room sees are published when the rooms merge. */
  private void show(Board board, List<StoredIdea> shown, Map<UUID, RoomMark> marks) {
    if (shown.isEmpty()) {
      return;
    }
    UUID sessionId = board.sessionId();
    long last = boards.advance(sessionId, shown.size());
    long first = last - shown.size() + 1;
    table.share(board, shown, marks, first);
    boolean published = false;
    for (int i = 0; i < shown.size(); i += CHUNK) {
      List<StoredIdea> some = shown.subList(i, Math.min(i + CHUNK, shown.size()));
      List<BoardEvent> events = events(board, some, marks, first + i);
      outbox.append(events);
      published |= !events.isEmpty();
    }
    if (!published) {
      outbox.append(new BoardAdvanced(sessionId, last));
    }
  }

  private List<BoardEvent> events(
      Board board, List<StoredIdea> some, Map<UUID, RoomMark> marks, long first) {
    Map<UUID, List<Link>> links = ideas.linksOf(some.stream().map(StoredIdea::id).toList());
    List<BoardEvent> events = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      StoredIdea idea = some.get(i);
      RoomMark mark = marks.getOrDefault(idea.id(), RoomMark.NONE);
      long seq = first + i;
      if (mark.seenIn() == null) {
        events.add(shared(idea, seq, mark, board.anonymous()));
        links
            .getOrDefault(idea.id(), List.of())
            .forEach(link -> events.add(link.added(board.sessionId(), seq)));
      }
    }
    return events;
  }

  /**
   * Deletes the authors and times of the hidden ideas of a board. The session became anonymous
   * after it went back from the quiet phase.
   */
  public void forgetAuthors(UUID sessionId) {
    table.forgetAuthors(sessionId);
  }

  /** Orders ideas so that each parent comes before its children. */
  private void order(List<StoredIdea> shown, Board board) {
    if (board.anonymous() || shown.stream().anyMatch(StoredIdea::hasNoAuthor)) {
      Collections.shuffle(shown, random);
      shown.sort(comparingInt(StoredIdea::depth));
    } else {
      shown.sort(comparingInt(StoredIdea::position).thenComparing(StoredIdea::id));
    }
  }

  private static IdeaShared shared(StoredIdea idea, long seq, RoomMark mark, boolean anonymous) {
    return new IdeaShared(
        idea.sessionId(),
        seq,
        idea.id(),
        idea.topicId(),
        idea.parentId(),
        BoardClock.position(seq),
        idea.idea().kind(),
        idea.text(),
        idea.comparison(),
        anonymous ? null : idea.origin().submittedAt(),
        idea.origin().authorId(),
        mark.room());
  }
}
