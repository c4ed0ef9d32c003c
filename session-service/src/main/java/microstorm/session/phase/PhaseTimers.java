package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.event.QuietTimeOver;
import microstorm.session.timer.TimerEffects;
import microstorm.session.timer.TimerKind;

/** The changes of phases that happen by themselves. */
@ApplicationScoped
class PhaseTimers implements TimerEffects {

  private final PhaseTransitions transitions;
  private final AnnouncementService announcements;
  private final Outbox outbox;
  private final Clock clock;

  PhaseTimers(
      PhaseTransitions transitions, AnnouncementService announcements, Outbox outbox, Clock clock) {
    this.transitions = transitions;
    this.announcements = announcements;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Map<TimerKind, Effect> effects() {
    return Map.of(
        TimerKind.QUIET_OVER,
        (session, timer, dueAt) -> outbox.append(new QuietTimeOver(session.id, dueAt)),
        TimerKind.PHASE_DUE,
        (session, timer, dueAt) -> announcements.carryOut(session),
        TimerKind.CLOSE,
        (session, timer, dueAt) -> transitions.endByItself(session, clock.instant()),
        TimerKind.SEAL_MISSING,
        (session, timer, dueAt) ->
            outbox.append(transitions.requestSeal(session, clock.instant())));
  }
}
