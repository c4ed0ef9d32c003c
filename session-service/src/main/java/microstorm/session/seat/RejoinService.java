package microstorm.session.seat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.session.core.Participant;
import microstorm.session.problem.SessionProblem;

/** Brings people back to their seats. */
@ApplicationScoped
class RejoinService {

  private static final int ASK_AGAIN_SECONDS = 2;

  private final JoinAttemptLimiter wrongKeys;
  private final SeatTokens seats;
  private final Clock clock;

  RejoinService(JoinAttemptLimiter wrongKeys, SeatTokens seats, Clock clock) {
    this.wrongKeys = wrongKeys;
    this.seats = seats;
    this.clock = clock;
  }

  /**
   * A new token for the seat of this key.
   *
   * @throws ProblemException 403 rejoin-key-wrong, also for an absent session; 409 seat-left when
   *     the person left or was removed, or screen-not-admitted; 429 when this address has sent too
   *     many wrong keys
   */
  @Transactional
  Joined rejoin(UUID sessionId, RejoinKey key, String address) {
    Participant seated =
        Participant.seatedBy(sessionId, key.hash(sessionId))
            .orElseThrow(() -> refuse(sessionId, key, address));
    if (!seated.isPresent()) {
      throw SessionProblem.SEAT_LEFT.exception();
    }
    return seats.tokenFor(seated, key);
  }

  /** A screen may ask as often as it likes whether it is admitted. */
  private ProblemException refuse(UUID sessionId, RejoinKey key, String address) {
    return Screen.waitingWith(sessionId, key.hash(sessionId), clock.instant()).isPresent()
        ? SessionProblem.SCREEN_NOT_ADMITTED.exception().retryAfter(ASK_AGAIN_SECONDS)
        : wrongKeys.refuse(
            "rejoin", sessionId, address, SessionProblem.REJOIN_KEY_WRONG.exception());
  }
}
