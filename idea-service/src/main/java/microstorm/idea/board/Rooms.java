package microstorm.idea.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import microstorm.idea.viewer.Viewer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The rooms of the people of a board. Runs in the caller's transaction. */
@ApplicationScoped
public class Rooms {

  private static final String SEAT =
      "select room, room_seq from seat where session_id = ? and participant_id = ?";

  private final Jdbi database;

  Rooms(Jdbi database) {
    this.database = database;
  }

  /**
   * The room of a seat.
   *
   * @param number the number of the room; null without one
   * @param since the number of the change with which the person began to see another room; 0 when
   *     there was none
   */
  public record Place(@Nullable Integer number, long since) {

    private static final Place NONE = new Place(null, 0);
  }

  /** The room of this person. */
  public Place placeOf(UUID sessionId, Viewer viewer) {
    return database.withHandle(
        handle ->
            handle
                .select(SEAT, sessionId, viewer.id())
                .map(
                    (row, context) ->
                        new Place(row.getObject("room", Integer.class), row.getLong("room_seq")))
                .findOne()
                .orElse(Place.NONE));
  }

  /** The rooms that this person sees on a board. Without open rooms everybody sees everything. */
  public RoomAccess accessOf(Board board, Viewer viewer) {
    return RoomAccess.of(
        viewer, board.roomsOpen() ? placeOf(board.sessionId(), viewer).number() : null);
  }

  /** The rooms of all people who are in one. */
  public Map<UUID, Integer> bySeat(UUID sessionId) {
    return database.withHandle(
        handle ->
            handle
                .select(
                    "select participant_id, room from seat where session_id = ? and room is not null",
                    sessionId)
                .reduceRows(
                    new HashMap<>(),
                    (rooms, row) -> {
                      rooms.put(
                          row.getColumn("participant_id", UUID.class),
                          row.getColumn("room", Integer.class));
                      return rooms;
                    }));
  }
}
