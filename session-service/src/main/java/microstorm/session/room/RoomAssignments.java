package microstorm.session.room;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import microstorm.session.core.NamedParticipant;
import microstorm.session.core.Participant;

/** The assignment of participants to rooms. */
public final class RoomAssignments {

  private RoomAssignments() {}

  /** The rooms of these people, by number. */
  public static List<RoomView> of(List<Participant> people) {
    return people.stream()
        .filter(participant -> participant.room != null)
        .collect(
            Collectors.groupingBy(
                participant -> participant.room, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(room -> new RoomView(room.getKey(), NamedParticipant.of(room.getValue())))
        .toList();
  }
}
