package microstorm.session.room;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.session.core.Participant;
import microstorm.session.event.Room;

/** The assignment of participants to rooms. */
public final class RoomAssignments {

  private RoomAssignments() {}

  /** The rooms of these people, by number. */
  public static List<Room> of(List<Participant> people) {
    Map<Integer, List<UUID>> seated =
        people.stream()
            .filter(participant -> participant.room != null)
            .collect(
                Collectors.groupingBy(
                    participant -> participant.room,
                    TreeMap::new,
                    Collectors.mapping(participant -> participant.id, Collectors.toList())));
    return seated.entrySet().stream()
        .map(room -> new Room(room.getKey(), room.getValue()))
        .toList();
  }
}
