package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;

/** Changes the phase for people who lead the session. */
@ApplicationScoped
class PhaseService {

  /** idea-service answers within moments, so an earlier repetition would gain nothing. */
  private static final Duration REPEAT_AFTER = Duration.ofSeconds(10);

  private final ActorResolver actors;
  private final PhaseTransitions transitions;
  private final AnnouncementService announcements;
  private final Outbox outbox;
  private final Clock clock;

  PhaseService(
      ActorResolver actors,
      PhaseTransitions transitions,
      AnnouncementService announcements,
      Outbox outbox,
      Clock clock) {
    this.actors = actors;
    this.transitions = transitions;
    this.announcements = announcements;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Enters a phase, or announces it. A request for the present phase has no effect, so that a
   * request whose answer was lost can be repeated.
   *
   * @throws ProblemException 403 not-facilitator; 409 named after the rule that forbids the change
   */
  @Transactional
  PhaseView change(UUID sessionId, ChangePhase request) {
    Session session = actors.lock(sessionId).requireFacilitator();
    Instant now = clock.instant();
    Phase to = request.target();
    if (session.phase == Phase.CLOSING && to == Phase.CLOSING) {
      requestSealAgain(session, now);
    } else if (!isIn(session, to)) {
      PhaseTransition.check(session, request, now);
      if (request.delaySeconds() == 0) {
        transitions.enter(session, to, now);
      } else {
        announcements.announce(session, to, Duration.ofSeconds(request.delaySeconds()), now);
      }
    }
    return PhaseView.of(session);
  }

  private static boolean isIn(Session session, Phase to) {
    return session.phase == to || session.phase == Phase.CLOSED && to == Phase.CLOSING;
  }

  /** Requests the seal again, because it may have been lost. A second request does no harm. */
  private void requestSealAgain(Session session, Instant now) {
    if (!now.isBefore(session.updatedAt.plus(REPEAT_AFTER))) {
      session.updatedAt = now;
      outbox.append(transitions.requestSeal(session, now));
    }
  }
}
