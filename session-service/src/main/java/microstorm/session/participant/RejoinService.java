package microstorm.session.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import microstorm.session.core.JoinAttemptLimiter;
import microstorm.session.core.Participant;
import microstorm.session.problem.SessionProblem;
import microstorm.web.problem.ProblemException;

/** Brings people back to their seats. */
@ApplicationScoped
class RejoinService {

  private final JoinAttemptLimiter wrongKeys;
  private final SeatTokens seats;

  RejoinService(JoinAttemptLimiter wrongKeys, SeatTokens seats) {
    this.wrongKeys = wrongKeys;
    this.seats = seats;
  }

  /**
   * A new token for the seat of this key.
   *
   * @throws ProblemException 403 rejoin-key-wrong, also for an absent session; 409 seat-left when the
   *     person left or was removed; 429 when this address has sent too many wrong keys
   */
  @Transactional
  Joined rejoin(UUID sessionId, RejoinKey key, String address) {
    Participant seated =
        Participant.seatedBy(sessionId, key.hash(sessionId))
            .orElseThrow(
                () ->
                    wrongKeys.refuse(
                        sessionId, address, SessionProblem.REJOIN_KEY_WRONG.exception()));
    if (!seated.isPresent()) {
      throw SessionProblem.SEAT_LEFT.exception();
    }
    return seats.tokenFor(seated, key);
  }
}
