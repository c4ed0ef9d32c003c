package microstorm.session.breaks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.PhaseRecord;
import microstorm.session.core.PlannedBreak;
import microstorm.session.core.ReadinessChanged;
import microstorm.session.core.Session;
import microstorm.session.event.BreakEnded;
import microstorm.session.event.BreakScheduled;
import microstorm.session.event.BreakStarted;
import microstorm.session.event.BreakUnscheduled;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/** Stops and resumes the timers of a locked session. */
@ApplicationScoped
public class Breaks {

  /** The timers that stand still during a break. A scheduled break keeps its time. */
  private static final List<TimerKind> STOPPED = List.of(TimerKind.QUIET_OVER, TimerKind.CLOSE);

  private final Timers timers;
  private final Outbox outbox;
  private final NewId newId;
  private final Event<ReadinessChanged> readiness;

  Breaks(Timers timers, Outbox outbox, NewId newId, Event<ReadinessChanged> readiness) {
    this.timers = timers;
    this.outbox = outbox;
    this.newId = newId;
    this.readiness = readiness;
  }

  /** Begins a break and stops the timers. */
  void begin(Session session, Break pause, Instant now) {
    pause.startedAt = now;
    pause.endsAt = now.plus(Duration.ofMinutes(pause.minutes));
    session.pause(pause.id);
    STOPPED.forEach(kind -> timers.pause(Timer.of(kind, session.id), now));
    timers.clear(Timer.of(TimerKind.BREAK_DUE, session.id));
    timers.set(over(pause), pause.endsAt);
    outbox.append(new BreakStarted(session.id, pause.id, now, pause.endsAt));
  }

  /** Ends the running break, if there is one, and lets the group go on in the present phase. */
  void goOn(Session session, Instant now) {
    end(session, now);
    readiness.fire(new ReadinessChanged(session));
  }

  /** Ends the running break, if there is one. The recorded end is never after the planned one. */
  public void end(Session session, Instant now) {
    if (session.isOnBreak()) {
      end(session, Break.<Break>findById(session.breakId), now);
    }
  }

  private void end(Session session, Break pause, Instant now) {
    Instant at = now.isBefore(pause.endsAt) ? now : pause.endsAt;
    Duration lasted = Duration.between(pause.startedAt, at);
    pause.endedAt = at;
    session.resume(pause.startedAt, at);
    PhaseRecord.running(session.id).ifPresent(phase -> phase.pausedMillis += lasted.toMillis());
    timers.clear(over(pause));
    STOPPED.forEach(kind -> timers.resume(Timer.of(kind, session.id), at));
    proposeNext(session);
    outbox.append(new BreakEnded(session.id, pause.id, at, session.phaseEndsAt()));
  }

  /** Proposes the next break when the group has worked long enough. */
  public void proposeNext(Session session) {
    timers.set(Timer.of(TimerKind.BREAK_DUE, session.id), session.breakDueAt());
  }

  /** Schedules the breaks of the plan, in place of those that an earlier beginning scheduled. */
  public void schedulePlanned(Session session, Instant now) {
    unschedulePlanned(session.id);
    for (PlannedBreak planned : session.plannedBreaks) {
      Break pause = new Break(newId.get(), session.id, planned.minutes());
      pause.planned = true;
      schedule(pause, now.plus(Duration.ofMinutes(planned.afterMinutes())));
      pause.persist();
    }
  }

  /** Cancels the breaks of the plan that have not begun. */
  public void unschedulePlanned(UUID sessionId) {
    for (Break ahead : Break.plannedAhead(sessionId)) {
      timers.clear(start(ahead));
      ahead.delete();
      outbox.append(new BreakUnscheduled(sessionId, ahead.id));
    }
  }

  /** Schedules a break. */
  void schedule(Break pause, Instant startsAt) {
    pause.startsAt = startsAt.truncatedTo(ChronoUnit.MICROS);
    timers.set(start(pause), pause.startsAt);
    outbox.append(new BreakScheduled(pause.sessionId, pause.id, pause.startsAt, pause.minutes));
  }

  private static Timer start(Break pause) {
    return new Timer(TimerKind.BREAK_START, pause.id, pause.sessionId);
  }

  /** Deletes the breaks that have not begun. */
  public void forgetScheduled(UUID sessionId) {
    Break.delete("sessionId = ?1 and startedAt is null", sessionId);
  }

  private static Timer over(Break pause) {
    return new Timer(TimerKind.BREAK_OVER, pause.id, pause.sessionId);
  }
}
