package microstorm.idea.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.idea.board.Change;
import microstorm.idea.board.Seat;
import microstorm.idea.board.Viewer;
import microstorm.idea.idea.IdeaView;

/**
 * What changed on a board between two numbers. Each change is written once, and once more for its
 * author; all who may see the same get the same bytes.
 */
final class Batch {

  private final long seq;
  private final List<Written> changes;
  private final Set<UUID> gone;
  private Frame common;

  /**
   * @param seq the number up to which these are all changes
   * @param changes in the order of their numbers
   */
  Batch(long seq, List<Change> changes, ObjectMapper json) {
    this.seq = seq;
    this.changes = changes.stream().map(change -> new Written(change, json)).toList();
    this.gone =
        changes.stream()
            .filter(change -> change.data() instanceof Seat seat && !seat.present())
            .map(change -> ((Seat) change.data()).participantId())
            .collect(Collectors.toSet());
  }

  long seq() {
    return seq;
  }

  /** Who is not in the session any more. */
  Set<UUID> gone() {
    return gone;
  }

  /**
   * What somebody may see of it. Changes that came together have one number, which the last of them
   * carries: whoever is cut off between them gets all of them again.
   *
   * @param after changes up to this number are left out
   */
  Frame seenBy(Viewer viewer, long after) {
    List<Buffer> seen = new ArrayList<>();
    List<Written> kept = new ArrayList<>();
    boolean everything = true;
    for (Written written : changes) {
      Buffer bytes = written.change.seq() > after ? written.seenBy(viewer) : null;
      everything &= bytes != null && bytes == written.open;
      if (bytes != null) {
        seen.add(bytes);
        kept.add(written);
      }
    }
    if (!everything) {
      return join(kept, seen);
    }
    synchronized (this) {
      if (common == null) {
        common = join(kept, seen);
      }
      return common;
    }
  }

  private static Frame join(List<Written> kept, List<Buffer> seen) {
    Buffer joined = Buffer.buffer();
    for (int i = 0; i < kept.size(); i++) {
      long number = kept.get(i).change.seq();
      if (i + 1 == kept.size() || kept.get(i + 1).change.seq() != number) {
        joined.appendString(Frame.id(number));
      }
      joined.appendBuffer(seen.get(i));
    }
    return new Frame(joined, kept.size());
  }

  /** A change and its bytes, written when somebody is to see them. */
  private static final class Written {

    private final Change change;
    private final ObjectMapper json;
    private Buffer open;
    private Buffer own;

    Written(Change change, ObjectMapper json) {
      this.change = change;
      this.json = json;
    }

    /** What this person gets to see; null for nothing. */
    synchronized Buffer seenBy(Viewer viewer) {
      if (change.data() instanceof IdeaView idea && change.isOf(viewer)) {
        own = own == null ? Frame.event(change.type(), idea.asMine(), json) : own;
        return own;
      }
      if (!change.isOpen() && !change.isOf(viewer)) {
        return null;
      }
      open = open == null ? Frame.event(change.type(), change.data(), json) : open;
      return open;
    }
  }
}
