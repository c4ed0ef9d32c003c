package microstorm.session.core;

import java.util.List;
import microstorm.http.token.Caller;

/**
 * The people whose readiness ends the quiet phase early: the connected participants. A seat that
 * never connected or has lost its connection does not block the others. While nobody is connected,
 * presence says nothing, because a client may work without a live stream; then everybody who is
 * present counts. So does everybody with a seat in a session over days, in which people come and
 * go. Facilitators count only in a session without participants.
 *
 * @param awaited those who have to be ready
 */
public record Readiness(List<Participant> awaited) {

  /** The readiness of the people who are present in a session. */
  public static Readiness of(Session session, List<Participant> present) {
    List<Participant> participants = withRole(Caller.PARTICIPANT, present);
    List<Participant> all =
        participants.isEmpty() ? withRole(Caller.FACILITATOR, present) : participants;
    List<Participant> connected = all.stream().filter(person -> person.connected).toList();
    return new Readiness(session.isOverDays() || connected.isEmpty() ? all : connected);
  }

  private static List<Participant> withRole(String role, List<Participant> people) {
    return people.stream().filter(person -> person.role.equals(role)).toList();
  }

  /** Those who are not ready. */
  public List<Participant> notReady() {
    return awaited.stream().filter(person -> !person.ready).toList();
  }

  /** Whether everybody is ready; false if there is nobody. */
  public boolean isComplete() {
    return !awaited.isEmpty() && notReady().isEmpty();
  }

  /** How many are not ready, as a sentence. */
  public String sentence() {
    int waiting = notReady().size();
    return awaited.isEmpty()
        ? "Nobody has a seat as a participant."
        : "%d of %d %s not ready.".formatted(waiting, awaited.size(), waiting == 1 ? "is" : "are");
  }
}
