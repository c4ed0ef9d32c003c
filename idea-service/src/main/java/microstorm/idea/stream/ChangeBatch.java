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
import microstorm.idea.board.Change;
import microstorm.idea.board.RoomAccess;
import microstorm.idea.board.Seat;
import microstorm.idea.idea.IdeaView;
import microstorm.idea.sse.FrameBuilder;
import microstorm.idea.sse.SseFrame;
import microstorm.idea.viewer.Viewer;

/**
 * The changes of a board between two numbers. Changes that everybody may see are serialised once,
 * and the frames of all clients share these bytes. Only the changes of a single owner are
 * serialised separately.
 */
final class ChangeBatch {

  private final long seq;
  private final List<Step> steps = new ArrayList<>();
  private final Buffer open = Buffer.buffer();
  private final Map<UUID, Seat> seats;
  private final ObjectMapper json;

  /**
   * The changes that have the same number.
   *
   * @param start where the open changes begin in the shared bytes
   * @param end where they end
   */
  private record Step(long seq, List<Change> changes, int openChanges, int start, int end) {}

  /**
   * @param seq the number up to which the changes are complete
   * @param changes the changes; those with the same number are in order
   */
  ChangeBatch(long seq, List<Change> changes, ObjectMapper json) {
    this.seq = seq;
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
    steps.add(new Step(number, changes, seen.size(), start, open.length()));
  }

  long seq() {
    return seq;
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
    FrameBuilder pieces = new FrameBuilder(open);
    for (Step step : steps) {
      if (step.seq > after) {
        if (step.changes.stream().noneMatch(change -> isSpecial(change, viewer, rooms))) {
          pieces.add(step.start, step.end, step.openChanges);
        } else {
          List<Change> seen =
              step.changes.stream()
                  .filter(change -> change.isSeenBy(viewer, rooms))
                  .map(change -> change.isOf(viewer) ? asOwn(change) : change)
                  .toList();
          write(seen, pieces.own(seen.size()));
        }
      }
    }
    return pieces.frame();
  }

  /** Whether this person sees a change that not everybody sees, or not in this form. */
  private static boolean isSpecial(Change change, Viewer viewer, RoomAccess rooms) {
    return change.isOpen() ? change.isOf(viewer) : change.isSeenBy(viewer, rooms);
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

  private void write(List<Change> seen, Buffer to) {
    for (int i = 0; i < seen.size(); i++) {
      Change change = seen.get(i);
      if (i + 1 == seen.size()) {
        to.appendString(SseFrame.id(change.seq()));
      }
      to.appendBuffer(SseFrame.event(change.type().label(), change.data(), json));
    }
  }
}
