package microstorm.session.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Participant;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.event.RoomsFormed;
import microstorm.session.problem.SessionProblem;

/** Splits a large group into rooms for the same problem, and merges them again. */
@ApplicationScoped
class RoomService {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final ActorResolver actors;
  private final Rooms rooms;
  private final Outbox outbox;

  RoomService(ActorResolver actors, Rooms rooms, Outbox outbox) {
    this.actors = actors;
    this.rooms = rooms;
    this.outbox = outbox;
  }

  @Transactional
  RoomList list(UUID sessionId) {
    actors.in(sessionId);
    return new RoomList(RoomAssignments.of(Participant.present(sessionId)));
  }

  /**
   * Splits the participants who are present and not observers.
   *
   * @throws ProblemException 403 not-facilitator; 409 session-closed, too-late-for-rooms or
   *     nobody-present
   */
  @Transactional
  RoomList split(UUID sessionId, SplitGroup request) {
    Session session = Rules.requireOpen(actors.lock(sessionId).requireFacilitator());
    if (!session.phase.hasRooms()) {
      throw SessionProblem.TOO_LATE_FOR_ROOMS.exception();
    }
    List<Participant> people = Participant.present(sessionId);
    List<Participant> seated = people.stream().filter(p -> !p.isObserver()).toList();
    if (seated.isEmpty()) {
      throw SessionProblem.NOBODY_PRESENT.exception();
    }
    List<List<UUID>> split = plan(session, request, seated);
    people.forEach(participant -> participant.room = numberOf(participant.id, split));
    session.roomsOpen = true;
    return publish(sessionId, people);
  }

  private static List<List<UUID>> plan(
      Session session, SplitGroup request, List<Participant> seated) {
    int most = Objects.requireNonNullElse(request.size(), session.settings.groupMax());
    int least = Math.min(session.settings.groupMin(), most);
    long seed = request.seed() == null ? RANDOM.nextLong() : request.seed();
    List<UUID> ids = seated.stream().map(participant -> participant.id).toList();
    return RoomPlan.split(ids, least, most, seed);
  }

  private static Integer numberOf(UUID id, List<List<UUID>> rooms) {
    return IntStream.range(0, rooms.size())
        .filter(n -> rooms.get(n).contains(id))
        .mapToObj(n -> n + 1)
        .findFirst()
        .orElse(null);
  }

  /**
   * Moves a participant to an existing room or to a new one.
   *
   * @throws ProblemException 404 when no such participant is present; 403 not-facilitator or
   *     observer; 409 session-closed or no-rooms; 400 for a higher room number
   */
  @Transactional
  RoomList move(UUID sessionId, UUID participantId, int room) {
    Session session = Rules.requireOpen(actors.lock(sessionId).requireFacilitator());
    List<Participant> people = Participant.present(sessionId);
    Participant moved =
        people.stream()
            .filter(participant -> participant.id.equals(participantId))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("participant"));
    if (moved.isObserver()) {
      throw SharedProblem.OBSERVER.exception(
          "Observers are not put into rooms. Choose a participant.");
    }
    if (!Rooms.areOpen(session, people)) {
      throw SessionProblem.NO_ROOMS.exception();
    }
    checkNumber(RoomAssignments.of(people), room);
    if (moved.room != null && moved.room == room) {
      return new RoomList(RoomAssignments.of(people));
    }
    moved.room = room;
    return publish(sessionId, people);
  }

  /**
   * Merges the rooms into one group. Has no effect when the group is not split.
   *
   * @throws ProblemException 403 not-facilitator
   */
  @Transactional
  void merge(UUID sessionId) {
    rooms.merge(actors.lock(sessionId).requireFacilitator());
  }

  private static void checkNumber(List<RoomView> rooms, int room) {
    int next = rooms.isEmpty() ? 1 : rooms.get(rooms.size() - 1).number() + 1;
    if (room > next) {
      throw ProblemException.invalid("room", "must be at most " + next);
    }
  }

  private RoomList publish(UUID sessionId, List<Participant> people) {
    List<RoomView> rooms = RoomAssignments.of(people);
    outbox.append(new RoomsFormed(sessionId, rooms.stream().map(RoomView::toEvent).toList()));
    return new RoomList(rooms);
  }
}
