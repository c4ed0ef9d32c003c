package microstorm.idea.board;

import java.util.UUID;

/**
 * Something that stands on a board, as it is since a change.
 *
 * @param seq the number of the change; a later one may have come to the same thing since
 * @param type what it is: idea, idea-withdrawn, topic, ...
 * @param data what is told of it, without regard to who sees it
 * @param owner null for what is everybody's
 */
public record Change(long seq, String type, Object data, Owner owner) {

  /** A change that everybody may see. */
  public static Change open(long seq, String type, Object data) {
    return new Change(seq, type, data, null);
  }

  /** Whose something is, in a form that tells nobody but themselves. */
  public sealed interface Owner {

    /** Whether it is this person's. */
    boolean is(Viewer viewer);

    /** Whether the others may see it too. */
    boolean shared();
  }

  /** Who wrote an idea: whoever has a key to it, be it brought along from another device. */
  public record Authorship(UUID ideaId, byte[] editHash, boolean shared) implements Owner {
    @Override
    public boolean is(Viewer viewer) {
      return viewer.wrote(ideaId, editHash);
    }
  }

  /** Whose dots or marks they are, which are nobody else's to see. */
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

  /** Whether everybody may see it (docs/architecture.md, "How silence is kept"). */
  public boolean isOpen() {
    return owner == null || owner.shared();
  }

  /** Whether it is this person's own. */
  public boolean isOf(Viewer viewer) {
    return owner != null && owner.is(viewer);
  }
}
