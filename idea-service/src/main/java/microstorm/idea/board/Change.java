package microstorm.idea.board;

import java.util.UUID;

/**
 * An item of a board after a change.
 *
 * @param seq the number of the change; the item may have changed again since
 * @param type what happened to the item
 * @param data the content of the item, without regard to the person who sees it
 * @param owner the person whose item it is; null when everybody may see it
 */
public record Change(long seq, ChangeType type, Object data, Owner owner) {

  /** A change that everybody may see. */
  public static Change open(long seq, ChangeType type, Object data) {
    return new Change(seq, type, data, null);
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

  /** Whether everybody may see the item (docs/architecture.md, "How silence is kept"). */
  public boolean isOpen() {
    return owner == null || owner.shared();
  }

  /** Whether this person owns the item. */
  public boolean isOf(Viewer viewer) {
    return owner != null && owner.is(viewer);
  }
}
