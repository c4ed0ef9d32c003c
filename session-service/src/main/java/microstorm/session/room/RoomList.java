package microstorm.session.room;

import java.util.List;
import microstorm.session.event.Room;

/** The rooms of the group; empty when it is not split. */
public record RoomList(List<Room> items) {}
