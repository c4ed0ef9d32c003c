package microstorm.session.seat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.http.token.Caller;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.JoinCode;
import microstorm.session.core.Participant;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.core.SessionTexts;
import microstorm.session.core.Sessions;
import microstorm.session.event.ParticipantJoined;
import microstorm.session.problem.SessionProblem;

/** Lets the screen of a room follow a session, after a facilitator has admitted it. */
@ApplicationScoped
class ScreenService {

  private static final int MAX_WAITING = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Letters and digits that nobody confuses when they are read aloud or from afar. */
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

  private static final int SIGN_LENGTH = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ActorResolver actors;
  private final SeatLimits limits;
  private final JoinAttemptLimiter wrongCodes;
  private final Outbox outbox;
  private final Clock clock;
  private final NewId newId;

  ScreenService(
      ActorResolver actors,
      SeatLimits limits,
      JoinAttemptLimiter wrongCodes,
      Outbox outbox,
      Clock clock,
      NewId newId) {
    this.actors = actors;
    this.limits = limits;
    this.wrongCodes = wrongCodes;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * Lets a screen wait for its admission.
   *
   * @throws ProblemException 403 join-code-wrong, also for an absent session; 409 session-closed or
   *     too-many-screens; 429 when this address has sent too many wrong codes
   */
  @Transactional
  RequestedScreen request(UUID sessionId, String joinCode, String address) {
    Session session =
        Sessions.codes(sessionId)
            .filter(codes -> JoinCode.matches(codes.joinCode(), joinCode))
            .flatMap(codes -> Sessions.lock(sessionId))
            .filter(locked -> JoinCode.matches(locked.joinCode, joinCode))
            .orElseThrow(
                () ->
                    wrongCodes.refuse(
                        "screen", sessionId, address, SessionProblem.JOIN_CODE_WRONG.exception()));
    Rules.requireOpen(session);
    Instant now = clock.instant();
    Screen.forgetExpired(sessionId, now);
    if (Screen.waiting(sessionId, now).size() >= MAX_WAITING) {
      throw SessionProblem.TOO_MANY_SCREENS.exception();
    }
    RejoinKey key = RejoinKey.random();
    Screen screen = new Screen(newId.get(), sessionId, key.hash(sessionId), sign());
    screen.requestedAt = now;
    screen.expiresAt = now.plus(PATIENCE);
    screen.persist();
    return new RequestedScreen(screen.id, screen.sign, key.value(), screen.expiresAt);
  }

  /**
   * The screens that wait.
   *
   * @throws ProblemException 403 not-facilitator
   */
  @Transactional
  WaitingScreens waiting(UUID sessionId) {
    Session session = actors.in(sessionId).requireFacilitator();
    return WaitingScreens.of(Screen.waiting(session.id, clock.instant()));
  }

  /**
   * Gives a waiting screen a seat as an observer, with the same id. A repetition has no effect.
   *
   * @throws ProblemException 403 not-facilitator; 404 when no such screen waits; 409 session-closed
   *     or too-many-participants
   */
  @Transactional
  void admit(UUID sessionId, UUID screenId) {
    Session session = Rules.requireOpen(actors.lock(sessionId).requireFacilitator());
    if (Participant.in(sessionId, screenId).isPresent()) {
      return;
    }
    Screen screen =
        waiting(session, screenId).orElseThrow(() -> ProblemException.notFound("waiting screen"));
    Participant seat =
        new Participant(
            screenId,
            session,
            limits.requireSeat(session, false),
            SessionTexts.of(session).screen(screen.sign));
    seat.role = Caller.OBSERVER;
    seat.joinedAt = clock.instant();
    seat.retryHash = screen.rejoinHash;
    seat.persist();
    screen.delete();
    outbox.append(
        new ParticipantJoined(session.id, seat.id, seat.position, seat.name, seat.role, null));
  }

  /**
   * Refuses a waiting screen. Has no effect when no such screen waits.
   *
   * @throws ProblemException 403 not-facilitator
   */
  @Transactional
  void refuse(UUID sessionId, UUID screenId) {
    waiting(actors.lock(sessionId).requireFacilitator(), screenId).ifPresent(Screen::delete);
  }

  private Optional<Screen> waiting(Session session, UUID screenId) {
    return Screen.waiting(session.id, clock.instant()).stream()
        .filter(screen -> screen.id.equals(screenId))
        .findFirst();
  }

  private static String sign() {
    return RANDOM
        .ints(SIGN_LENGTH, 0, SIGNS.length())
        .mapToObj(place -> SIGNS.substring(place, place + 1))
        .collect(Collectors.joining());
  }
}
