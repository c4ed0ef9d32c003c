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
import microstorm.session.event.AnnouncementStopped;
import microstorm.session.event.PhaseAnnounced;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/**
 * Announces changes of phase some seconds ahead, so that a facilitator can stop them. The time is a
 * timer of the database, so that any replica can end while it runs.
 */
@ApplicationScoped
class AnnouncementService {

  private final ActorResolver actors;
  private final PhaseTransitions transitions;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;

  AnnouncementService(
      ActorResolver actors,
      PhaseTransitions transitions,
      Timers timers,
      Outbox outbox,
      Clock clock) {
    this.actors = actors;
    this.transitions = transitions;
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Announces a phase that a locked session may enter. The announcement replaces one of another
   * phase; a repetition changes nothing.
   */
  void announce(Session session, Phase to, Duration delay, Instant now) {
    if (session.nextPhase == to) {
      return;
    }
    session.announce(to, now, now.plus(delay));
    timers.set(Timer.of(TimerKind.PHASE_DUE, session.id), session.nextPhaseAt);
    outbox.append(new PhaseAnnounced(session.id, to.label(), now, session.nextPhaseAt));
  }

  /**
   * Stops the announced change. Has no effect when there is none.
   *
   * @throws ProblemException 403 not-facilitator
   */
  @Transactional
  void stop(UUID sessionId) {
    Session session = actors.lock(sessionId).requireFacilitator();
    session.advanceStopped |= session.announcedByItself;
    stop(session);
  }

  /** Stops a change of a locked session that was announced because everybody was ready. */
  void withdraw(Session session) {
    if (session.announcedByItself) {
      stop(session);
    }
  }

  private void stop(Session session) {
    if (session.nextPhase != null) {
      Phase announced = session.nextPhase;
      session.announce(null, null, null);
      timers.clear(Timer.of(TimerKind.PHASE_DUE, session.id));
      outbox.append(new AnnouncementStopped(session.id, announced.label(), clock.instant()));
    }
  }

  /** Enters the announced phase, or stops the announcement if a rule now forbids the change. */
  void carryOut(Session session) {
    if (session.nextPhase == null) {
      return;
    }
    if (session.phaseSince != null && session.announcedAt.isBefore(session.phaseSince)) {
      stop(session); // a replica of the previous version has changed the phase since
      return;
    }
    Instant now = clock.instant();
    try {
      PhaseTransition.check(session, new ChangePhase(session.nextPhase, session.phase, 0), now);
    } catch (ProblemException forbidden) {
      stop(session);
      return;
    }
    transitions.enter(session, session.nextPhase, now);
  }
}
