package microstorm.session.quiet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Participant;
import microstorm.session.core.Readiness;
import microstorm.session.core.Session;
import microstorm.session.event.QuietEndNear;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerEffects;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/**
 * Reminds people of the end of a quiet phase over days. The next reminder is a timer of the
 * database, so any replica can publish it. After an outage one reminder is published, not all that
 * were missed.
 */
@ApplicationScoped
public class QuietReminders implements TimerEffects {

  /** The hours before the end at which people are reminded, the first one first. */
  static final List<Integer> HOURS = List.of(24, 1);

  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;

  QuietReminders(Timers timers, Outbox outbox, Clock clock) {
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public Map<TimerKind, Effect> effects() {
    return Map.of(TimerKind.QUIET_REMINDER, (session, timer, dueAt) -> remind(session));
  }

  /**
   * Schedules the reminders before the present end of the quiet phase, in place of earlier ones.
   */
  public void schedule(Session session, Instant now) {
    scheduleNext(session, Integer.MAX_VALUE, now);
  }

  /** Schedules no further reminder. */
  public void stop(UUID sessionId) {
    timers.clear(timer(sessionId));
  }

  private void remind(Session session) {
    Instant now = clock.instant();
    // a replica of the previous version may have changed the phase since
    if (!session.isQuietOverDays()) {
      return;
    }
    due(session.quietEndsAt, now)
        .ifPresent(
            hours -> {
              Readiness readiness = Readiness.of(session, Participant.present(session.id));
              outbox.append(
                  new QuietEndNear(
                      session.id,
                      session.teamId,
                      session.quietEndsAt,
                      hours,
                      readiness.awaited().size(),
                      readiness.notReady().size()));
              scheduleNext(session, hours, now);
            });
  }

  private void scheduleNext(Session session, int below, Instant now) {
    next(session.quietEndsAt, below, now)
        .ifPresentOrElse(
            at -> timers.set(timer(session.id), at), () -> timers.clear(timer(session.id)));
  }

  /** The reminder that is due: the last one whose time has come; empty when the end has come. */
  static Optional<Integer> due(Instant end, Instant now) {
    return now.isBefore(end)
        ? HOURS.stream()
            .filter(hours -> !now.isBefore(before(end, hours)))
            .reduce((first, second) -> second)
        : Optional.empty();
  }

  /** The time of the next reminder that is fewer hours before the end and not over yet. */
  static Optional<Instant> next(Instant end, int below, Instant now) {
    return HOURS.stream()
        .filter(hours -> hours < below)
        .map(hours -> before(end, hours))
        .filter(at -> !at.isBefore(now))
        .findFirst();
  }

  private static Instant before(Instant end, int hours) {
    return end.minus(Duration.ofHours(hours));
  }

  private static Timer timer(UUID sessionId) {
    return Timer.of(TimerKind.QUIET_REMINDER, sessionId);
  }
}
