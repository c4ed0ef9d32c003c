package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import microstorm.messaging.Outbox;
import microstorm.session.event.QuietTimeOver;
import microstorm.session.timer.TimerEffects;
import microstorm.session.timer.TimerKind;

/** What of a session's phases happens by itself. */
@ApplicationScoped
class PhaseTimers implements TimerEffects {

  private final PhaseTransitions course;
  private final Outbox outbox;
  private final Clock clock;

  PhaseTimers(PhaseTransitions course, Outbox outbox, Clock clock) {
    this.course = course;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Map<TimerKind, Effect> effects() {
    return Map.of(
        TimerKind.QUIET_OVER,
        (session, timer, dueAt) -> outbox.append(new QuietTimeOver(session.id, dueAt)),
        TimerKind.CLOSE,
        (session, timer, dueAt) ->
            course.endByItself(session, clock.instant().truncatedTo(ChronoUnit.MICROS)),
        TimerKind.SEAL_MISSING,
        (session, timer, dueAt) -> outbox.append(course.askForSeal(session, clock.instant())));
  }
}
