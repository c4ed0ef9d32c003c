package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Phase;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.event.PhaseTimerSet;
import microstorm.session.problem.SessionProblem;
import microstorm.session.quiet.QuietEnd;
import microstorm.session.quiet.QuietReminders;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/** Sets the time for the present phase. Its end ends no phase: people see that the time is over. */
@ApplicationScoped
class PhaseTimerService {

  private final ActorResolver actors;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;
  private final PhaseTransitions transitions;
  private final QuietReminders reminders;

  PhaseTimerService(
      ActorResolver actors,
      Timers timers,
      Outbox outbox,
      Clock clock,
      PhaseTransitions transitions,
      QuietReminders reminders) {
    this.transitions = transitions;
    this.reminders = reminders;
    this.actors = actors;
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Sets or moves the end, and with it the time at which the session closes by itself. In the quiet
   * phase it can only be later than the end of the minimum quiet time, which people rely on. The
   * end of a quiet phase over days can also be earlier, with notice.
   *
   * @throws ProblemException 403 not-facilitator; 409 not-started, session-closed, break-running or
   *     quiet-time-not-over
   */
  @Transactional
  PhaseView set(UUID sessionId, SetPhaseTimer request) {
    Session session = running(sessionId);
    Instant now = clock.instant();
    if (!request.hasEnd(session.phaseEndsAt())) {
      boolean overDays = session.isQuietOverDays();
      Instant end = overDays ? request.end(now, QuietEnd.latest(session)) : request.end(now);
      if (overDays) {
        moveQuietEnd(session, end, now);
      } else if (session.phase == Phase.QUIET) {
        extendQuietTime(session, end);
      } else {
        session.timerEndsAt = end;
      }
      transitions.closeLater(session, end);
      outbox.append(new PhaseTimerSet(sessionId, end));
    }
    return PhaseView.of(session);
  }

  private void extendQuietTime(Session session, Instant end) {
    if (end.isBefore(session.quietEndsAt)) {
      throw SessionProblem.QUIET_TIME_NOT_OVER.exception(
          "The minimum quiet time can be extended, but it cannot be shortened. It ends earlier when"
              + " everyone is ready.");
    }
    session.quietEndsAt = end;
    timers.set(Timer.of(TimerKind.QUIET_OVER, session.id), end);
  }

  private void moveQuietEnd(Session session, Instant end, Instant now) {
    QuietEnd.requireNotice(session, end, now);
    session.quietUntil = end;
    session.quietEndsAt = end;
    timers.set(Timer.of(TimerKind.QUIET_OVER, session.id), end);
    reminders.schedule(session, now);
  }

  /**
   * Removes the end. The minimum quiet time stays.
   *
   * @throws ProblemException 403 not-facilitator; 409 not-started, session-closed, break-running or
   *     quiet-time-not-over
   */
  @Transactional
  void clear(UUID sessionId) {
    Session session = running(sessionId);
    if (session.phase == Phase.QUIET) {
      throw SessionProblem.QUIET_TIME_NOT_OVER.exception(
          "The quiet phase always has a minimum time.");
    }
    if (session.timerEndsAt != null) {
      session.timerEndsAt = null;
      outbox.append(new PhaseTimerSet(sessionId, null));
    }
  }

  private Session running(UUID sessionId) {
    Session session = actors.lock(sessionId).requireFacilitator();
    return Rules.requireNoBreak(Rules.requireStarted(session));
  }
}
