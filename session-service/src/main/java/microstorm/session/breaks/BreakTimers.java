package microstorm.session.breaks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Session;
import microstorm.session.event.BreakProposed;
import microstorm.session.event.BreakUnscheduled;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerEffects;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/** Begins, ends and proposes breaks at their times. */
@ApplicationScoped
class BreakTimers implements TimerEffects {

  private final Breaks breaks;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;

  BreakTimers(Breaks breaks, Timers timers, Outbox outbox, Clock clock) {
    this.breaks = breaks;
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Map<TimerKind, Effect> effects() {
    return Map.of(
        TimerKind.BREAK_OVER, (session, timer, dueAt) -> breaks.goOn(session, dueAt),
        TimerKind.BREAK_START, (session, timer, dueAt) -> start(session, timer),
        TimerKind.BREAK_DUE, (session, timer, dueAt) -> propose(session, timer, dueAt));
  }

  /** Begins a scheduled break, or cancels it when it cannot begin. */
  private void start(Session session, Timer timer) {
    Break pause = Break.findById(timer.ref());
    if (session.takesBreaks() && !session.isOnBreak()) {
      breaks.begin(session, pause, now());
    } else {
      pause.delete();
      outbox.append(new BreakUnscheduled(session.id, pause.id));
    }
  }

  /** Proposes a break, and repeats this until the group has one. */
  private void propose(Session session, Timer timer, Instant dueAt) {
    Duration worked = Duration.between(session.workingSince, dueAt);
    timers.set(timer, now().plus(Duration.ofMinutes(session.settings.breakAfterMinutes())));
    outbox.append(new BreakProposed(session.id, dueAt, (int) worked.toMinutes()));
  }

  private Instant now() {
    return clock.instant();
  }
}
