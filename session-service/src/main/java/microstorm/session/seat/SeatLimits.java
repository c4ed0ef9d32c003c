package microstorm.session.seat;

import jakarta.enterprise.context.ApplicationScoped;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Participant;
import microstorm.session.core.Session;
import microstorm.session.core.SessionsConfig;
import microstorm.session.problem.SessionProblem;

/** Limits the seats of a session: at a time, for each join code and in total. */
@ApplicationScoped
public class SeatLimits {

  private final SessionsConfig config;

  SeatLimits(SessionsConfig config) {
    this.config = config;
  }

  /**
   * Checks that a locked session has another seat.
   *
   * @param leads whether it is for a facilitator, who needs none of the join code's seats
   * @return the number of seats that were taken before
   * @throws ProblemException 409 too-many-participants
   */
  public int requireSeat(Session session, boolean leads) {
    if (Participant.count("session.id = ?1 and leftAt is null", session.id)
        >= config.maxParticipants()) {
      throw tooMany(
          "The session has %d participants, the most that it can have. Wait until somebody leaves.",
          config.maxParticipants());
    }
    int before = Participant.seats(session.id);
    if (before >= config.maxSeatsInTotal()) {
      throw tooMany(
          "The session has given %d seats, the most that it can ever give. Plan another session.",
          config.maxSeatsInTotal());
    }
    if (!leads && before - session.seatsBefore >= config.maxSeats()) {
      throw tooMany(
          "The join code has given %d seats, the most that it can give. Ask the facilitator for a"
              + " new code.",
          config.maxSeats());
    }
    return before;
  }

  private static ProblemException tooMany(String sentence, int most) {
    return SessionProblem.TOO_MANY_PARTICIPANTS.exception(sentence.formatted(most));
  }
}
