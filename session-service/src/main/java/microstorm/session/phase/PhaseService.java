package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import microstorm.messaging.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Phase;
import microstorm.session.core.Session;
import microstorm.web.ProblemException;

/** Phase changes as those order them who lead. */
@ApplicationScoped
class PhaseService {

  /** The others answer within moments; who asks again sooner gains nothing. */
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

  private final ActorResolver actors;
  private final PhaseTransitions course;
  private final Outbox outbox;
  private final Clock clock;

  PhaseService(ActorResolver actors, PhaseTransitions course, Outbox outbox, Clock clock) {
    this.actors = actors;
    this.course = course;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Enters a phase. In the phase that the session is in nothing happens, so that an order whose
   * answer was lost can be given again.
   *
   * @throws ProblemException 409 not-facilitator, or named after the rule that is against it
   */
  @Transactional
  PhaseView change(UUID sessionId, Phase wanted) {
    Session session = actors.lock(sessionId).requireFacilitator();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Phase to = wanted == Phase.CLOSED ? Phase.CLOSING : wanted;
    if (session.phase == Phase.CLOSING && to == Phase.CLOSING) {
      askAgain(session, now);
    } else if (!isIn(session, to)) {
      PhaseTransition.check(session, to, now);
      course.enter(session, to, now);
    }
    return PhaseView.of(session);
  }

  private static boolean isIn(Session session, Phase to) {
    return session.phase == to || session.phase == Phase.CLOSED && to == Phase.CLOSING;
  }

  /** The seal may have been lost where it was made or read; asking twice does no harm. */
  private void askAgain(Session session, Instant now) {
    if (!now.isBefore(session.updatedAt.plus(ASK_AGAIN_AFTER))) {
      session.updatedAt = now;
      outbox.append(course.askForSeal(session, now));
    }
  }
}
