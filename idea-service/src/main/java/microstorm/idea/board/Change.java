package microstorm.idea.board;

import java.util.UUID;
import microstorm.idea.viewer.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * An item of a board after a change.
 *
 * @param seq the number of the change; the item may have changed again since
 * @param type what happened to the item
 * @param data the content of the item, without regard to the person who sees it
 * @param owner the person whose item it is; null when everybody may see it
 * @param seenIn the only room that sees the item; null when every room does
 */
public record Change(
    long seq, ChangeType type, Object data, @Nullable Owner owner, @Nullable Integer seenIn) {

  /** A change that everybody may see. */
  public static Change open(long seq, ChangeType type, Object data) {
    return new Change(seq, type, data, null, null);
  }

  /** A change that everybody in a room may see; null for all rooms. */
  public static Change in(@Nullable Integer room, long seq, ChangeType type, Object data) {
    return new Change(seq, type, data, null, room);
  }

  /** A change of an item that nobody but its owner may see. */
  public static Change of(Owner owner, long seq, ChangeType type, Object data) {
    return new Change(seq, type, data, owner, null);
  }

  /** The owner of an item, in a form that only the owner can recognise. */
  public sealed interface Owner {

    /** Whether this person is the owner. */
    boolean is(Viewer viewer);

    /** Whether others may see the item too. */
    boolean shared();
  }

  /**
   * The author of an idea: everybody who has a key to it, including an edit key from another
   * device.
   */
  public record Authorship(UUID ideaId, byte[] editHash, boolean shared) implements Owner {
    @Override
    public boolean is(Viewer viewer) {
      return viewer.wrote(ideaId, editHash);
    }
  }

  /** The owner of dots or marks, which nobody else may see. */
  public record Voter(UUID sessionId, byte[] writer) implements Owner {
    @Override
    public boolean is(Viewer viewer) {
      return viewer.chose(sessionId, writer);
    }

    @Override
    public boolean shared() {
      return false;
    }
  }

  /**
   * The person with a seat in an anonymous session, who alone sees whether they are ready.
   *
   * @param seat the seat with this value
   * @param shared whether others see the change too, without the value
   */
  public record Sitter(Seat seat, boolean shared) implements Owner {
    @Override
    public boolean is(Viewer viewer) {
      return viewer.isSeated() && seat.participantId().equals(viewer.id());
    }
  }

  /** Whether everybody may see the item (docs/architecture.md, "How silence is kept"). */
  public boolean isOpen() {
    return seenIn == null && (owner == null || owner.shared());
  }

  /** Whether everybody who sees these rooms may see the item. */
  public boolean isSeenIn(RoomAccess rooms) {
    return rooms.sees(seenIn) && (owner == null || owner.shared());
  }

  /** Whether this person may see the item. */
  public boolean isSeenBy(Viewer viewer, RoomAccess rooms) {
    return isSeenIn(rooms) || rooms.sees(seenIn) && owner != null && owner.is(viewer);
  }

  /** Whether this person owns the item. */
  public boolean isOf(Viewer viewer) {
    return owner != null && owner.is(viewer);
  }
}
