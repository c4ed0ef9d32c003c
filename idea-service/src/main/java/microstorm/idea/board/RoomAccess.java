package microstorm.idea.board;

import microstorm.idea.viewer.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The rooms whose ideas and groups one person sees while the group is split.
 *
 * @param all whether the person leads the session, and so sees every room
 * @param room the number of the person's own room; null without one
 */
public record RoomAccess(boolean all, @Nullable Integer room) {

  /** The access of a person who is in this room. */
  public static RoomAccess of(Viewer viewer, @Nullable Integer room) {
    return new RoomAccess(viewer.leads(), room);
  }

  /**
   * Whether the person sees an item.
   *
   * @param seenIn the only room that sees it; null when every room does
   */
  public boolean sees(@Nullable Integer seenIn) {
    return seenIn == null || all || seenIn.equals(room);
  }
}
