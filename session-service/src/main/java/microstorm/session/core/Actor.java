package microstorm.session.core;

import java.util.Optional;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.http.token.Caller;

/**
 * The person who sends a request in a session.
 *
 * @param role owner, member, facilitator, participant or observer
 * @param seat empty for an owner or member of the team who did not join
 */
public record Actor(Session session, String role, Optional<Participant> seat) {

  /** Whether the person leads the session. */
  public boolean leads() {
    return Caller.TEAM_ROLES.contains(role) || role.equals(Caller.FACILITATOR);
  }

  /**
   * The session, if the person leads it.
   *
   * @throws ProblemException 403 not-facilitator
   */
  public Session requireFacilitator() {
    if (!leads()) {
      throw SharedProblem.NOT_FACILITATOR.exception();
    }
    return session;
  }

  /**
   * The person's seat, if they take part and are not an observer.
   *
   * @throws ProblemException 403 observer or not-a-participant
   */
  public Participant requireParticipant() {
    Participant participant = seat.orElseThrow(() -> SharedProblem.NOT_A_PARTICIPANT.exception());
    if (participant.isObserver()) {
      throw SharedProblem.OBSERVER.exception();
    }
    return participant;
  }
}
