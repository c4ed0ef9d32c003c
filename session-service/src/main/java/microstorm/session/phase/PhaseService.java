package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import microstorm.messaging.Outbox;
import microstorm.session.plan.Actors;
import microstorm.session.plan.Phase;
import microstorm.session.plan.Session;
import microstorm.web.Refusal;

/** Phase changes as those order them who lead. */
@ApplicationScoped
class PhaseService {

  /** The others answer within moments; who asks again sooner gains nothing. */
  private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

  private final Actors actors;
  private final Course course;
  private final Outbox outbox;
  private final Clock clock;

  PhaseService(Actors actors, Course course, Outbox outbox, Clock clock) {
    this.actors = actors;
    this.course = course;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Enters a phase. In the phase that the session is in nothing happens, so that an order whose
   * answer was lost can be given again.
   *
   * @throws Refusal 409 not-facilitator, or named after the rule that is against it
   */
  @Transactional
  PhaseView change(UUID sessionId, Phase wanted) {
    Session session = actors.lock(sessionId).led();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Phase to = wanted == Phase.CLOSED ? Phase.CLOSING : wanted;
    if (session.phase == Phase.CLOSING && to == Phase.CLOSING) {
      askAgain(session, now);
    } else if (!isIn(session, to)) {
      PhaseChange.check(session, to, now);
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
