package microstorm.session.room;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Participant;
import microstorm.session.core.Session;
import microstorm.session.event.RoomsMerged;

/** The rooms of a locked session, for people who join late and for phases without rooms. */
@ApplicationScoped
public class Rooms {

  private final Outbox outbox;

  Rooms(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Whether the group is split. The previous version stores only the rooms of the seats. */
  static boolean areOpen(Session session, List<Participant> people) {
    return session.roomsOpen || people.stream().anyMatch(person -> person.room != null);
  }

  /** Puts a person who joins late into the smallest room; of equal ones into the first. */
  public void place(Participant late, Session session) {
    List<Participant> people = Participant.present(session.id);
    if (!late.isObserver() && areOpen(session, people)) {
      late.room = smallest(RoomAssignments.of(people));
    }
  }

  /** The number of the smallest room; 1 when everybody has left the rooms. */
  static int smallest(List<RoomView> rooms) {
    return rooms.stream()
        .min(Comparator.comparingInt(room -> room.participants().size()))
        .map(RoomView::number)
        .orElse(1);
  }

  /** Merges the rooms into one group. Has no effect when the group is not split. */
  public void merge(Session session) {
    List<Participant> people = Participant.present(session.id);
    if (!session.phase.isOver() && areOpen(session, people)) {
      session.roomsOpen = false;
      people.forEach(person -> person.room = null);
      outbox.append(new RoomsMerged(session.id));
    }
  }
}
