package microstorm.idea.idea;

import org.jspecify.annotations.Nullable;

/**
 * The room of an idea.
 *
 * @param room the room in which the idea was shared, for good; of a hidden idea the room in which
 *     it was written; null without a room
 * @param seenIn the only room that sees the idea; null when every room does
 */
public record RoomMark(@Nullable Integer room, @Nullable Integer seenIn) {

  /** Of an idea that has nothing to do with rooms. */
  public static final RoomMark NONE = new RoomMark(null, null);

  /** Of an idea that is shared with one room; with everybody if the room is null. */
  public static RoomMark in(@Nullable Integer room) {
    return new RoomMark(room, room);
  }
}
