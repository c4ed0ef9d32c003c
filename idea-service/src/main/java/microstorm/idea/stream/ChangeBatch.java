package microstorm.idea.stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import microstorm.idea.board.Change;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Seat;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.sse.FrameBuilder;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.viewer.Viewer;

/**
 * The changes of a board between two numbers. Changes that everybody may see are serialised once,
 * and the frames of all clients share these bytes; so do the people of a room. Only the changes of
 * a single owner are serialised separately.
 */
final class ChangeBatch {

  /**
   * The bytes that one client alone may keep in memory for a batch. The author of many ideas that
   * all change at once gets them by connecting again, which has a limit for all clients.
   */
  static final int MAX_OWN_BYTES = 64 * 1024;

  private final long seq;
  private final boolean complete;
  private final List<Step> steps = new ArrayList<>();
  private final Buffer open = Buffer.buffer();
  private final Map<UUID, Seat> seats;
  private final ObjectMapper json;

  /**
   * The changes that have the same number.
   *
   * @param start where the open changes begin in the shared bytes
   * @param end where they end
   * @param byRoom the bytes for people who see these rooms and own none of the items
   */
  private record Step(
      long seq,
      List<Change> changes,
      int openChanges,
      int start,
      int end,
      Map<RoomAccess, Buffer> byRoom) {

    private List<Change> inRooms(RoomAccess rooms) {
      return changes.stream().filter(change -> change.isSeenIn(rooms)).toList();
    }
  }

  /**
   * @param seq the number up to which the changes are complete
   * @param complete whether the board had no later changes when it was read
   * @param changes the changes; those with the same number are in order
   */
  ChangeBatch(long seq, boolean complete, List<Change> changes, ObjectMapper json) {
    this.seq = seq;
    this.complete = complete;
    this.json = json;
    changes.stream()
        .collect(groupingBy(Change::seq, TreeMap::new, toList()))
        .forEach(this::writeOpen);
    this.seats =
        changes.stream()
            .map(Change::data)
            .filter(Seat.class::isInstance)
            .map(Seat.class::cast)
            .collect(toMap(Seat::participantId, seat -> seat, (seat, last) -> last));
  }

  private void writeOpen(long number, List<Change> changes) {
    int start = open.length();
    List<Change> seen = changes.stream().filter(Change::isOpen).toList();
    write(seen, open);
    steps.add(
        new Step(number, changes, seen.size(), start, open.length(), new ConcurrentHashMap<>()));
  }

  long seq() {
    return seq;
  }

  boolean isComplete() {
    return complete;
  }

  /** The seat of a participant, if it changed. */
  Optional<Seat> seatOf(UUID participantId) {
    return Optional.ofNullable(seats.get(participantId));
  }

  /**
   * The changes that this person may see. When several changes have the same number, only the last
   * one carries it, so that a client that is cut off between them receives all of them again.
   *
   * @param rooms the rooms that the person sees
   * @param after changes up to this number are skipped
   */
  SseFrame seenBy(Viewer viewer, RoomAccess rooms, long after) {
    return seenBy(viewer, rooms, after, Long.MAX_VALUE).orElseThrow();
  }

  /**
   * The same.
   *
   * @param mostOwn the bytes that the frame may have for this client alone
   * @return empty if the frame would have more of them
   */
  Optional<SseFrame> seenBy(Viewer viewer, RoomAccess rooms, long after, long mostOwn) {
    FrameBuilder pieces = new FrameBuilder(open);
    for (Step step : steps) {
      if (step.seq > after) {
        add(step, viewer, rooms, pieces);
        if (pieces.ownBytes() > mostOwn) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(pieces.frame());
  }

  private void add(Step step, Viewer viewer, RoomAccess rooms, FrameBuilder pieces) {
    if (step.changes.stream().anyMatch(change -> change.isOf(viewer))) {
      List<Change> seen =
          step.changes.stream()
              .filter(change -> change.isSeenBy(viewer, rooms))
              .map(change -> change.isOf(viewer) ? asOwn(change) : change)
              .toList();
      write(seen, pieces.own(seen.size()));
      return;
    }
    List<Change> seen = step.inRooms(rooms);
    if (seen.size() == step.openChanges) {
      pieces.add(step.start, step.end, step.openChanges);
    } else {
      pieces.addShared(
          step.byRoom.computeIfAbsent(rooms, same -> write(seen, Buffer.buffer())), seen.size());
    }
  }

  private static Change asOwn(Change change) {
    Object own = change.data();
    if (own instanceof IdeaView idea) {
      own = idea.asMine();
    } else if (change.owner() instanceof Change.Sitter sitter) {
      own = sitter.seat();
    }
    return new Change(change.seq(), change.type(), own, change.owner(), change.seenIn());
  }

  private Buffer write(List<Change> seen, Buffer to) {
    for (int i = 0; i < seen.size(); i++) {
      Change change = seen.get(i);
      if (i + 1 == seen.size()) {
        to.appendString(SseFrame.id(change.seq()));
      }
      to.appendBuffer(SseFrame.event(change.type().label(), change.data(), json));
    }
    return to;
  }
}
