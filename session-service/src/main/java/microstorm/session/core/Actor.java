package microstorm.session.core;

import java.util.Optional;
import microstorm.web.Caller;
import microstorm.web.ProblemException;

/**
 * Somebody who acts in a session.
 *
 * @param role owner, facilitator, participant or observer
 * @param seat empty for an owner who did not join
 */
public record Actor(Session session, String role, Optional<Participant> seat) {

  /** Whether they lead the session. */
  public boolean leads() {
    return role.equals(Caller.OWNER) || role.equals(Caller.FACILITATOR);
  }

  /**
   * The session, for those who lead it.
   *
   * @throws ProblemException 409 not-facilitator
   */
  public Session requireFacilitator() {
    if (!leads()) {
      throw new ProblemException(
          409, "not-facilitator", "Not a facilitator", "Only a facilitator can do this.");
    }
    return session;
  }

  /**
   * The seat of one who works with the others.
   *
   * @throws ProblemException 409 observer or not-a-participant
   */
  public Participant requireParticipant() {
    Participant participant =
        seat.orElseThrow(
            () ->
                new ProblemException(
                    409,
                    "not-a-participant",
                    "Not a participant",
                    "An owner's token has no seat in the session; join it to take part."));
    if (participant.isObserver()) {
      throw new ProblemException(
          409, "observer", "Observer", "Observers look on; to take part, join as a participant.");
    }
    return participant;
  }
}
