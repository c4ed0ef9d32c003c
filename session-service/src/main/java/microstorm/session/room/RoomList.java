package microstorm.session.room;

import java.util.List;
import microstorm.session.event.Room;

/** The rooms that the group sits in; none when it is not split. */
public record RoomList(List<Room> items) {}
