package microstorm.idea.board;

import java.util.UUID;

/**
 * Something that stands on a board, as it is since a change.
 *
 * @param seq the number of the change; a later one may have come to the same thing since
 * @param type what it is: idea, idea-withdrawn, topic, ...
 * @param data what is told of it, without regard to who sees it
 * @param authorship null for what everybody may see
 */
public record Change(long seq, String type, Object data, Authorship authorship) {

  /** A change that everybody may see. */
  public static Change open(long seq, String type, Object data) {
    return new Change(seq, type, data, null);
  }

  /** Who wrote it, in a form that tells nobody but themselves. */
  public record Authorship(UUID ideaId, byte[] editHash, boolean shared) {}

  /** Whether this person may know of it: silence is kept on every path (design, section 6). */
  public boolean isVisibleTo(Viewer viewer) {
    return authorship == null || authorship.shared() || isBy(viewer);
  }

  /** Whether this person wrote it. */
  public boolean isBy(Viewer viewer) {
    return authorship != null && viewer.wrote(authorship.ideaId(), authorship.editHash());
  }
}
