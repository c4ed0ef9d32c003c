package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import microstorm.idea.projection.SessionEvent.Announced;
import microstorm.idea.projection.SessionEvent.Of;
import microstorm.idea.projection.SessionEvent.QuietEndNear;
import microstorm.idea.projection.SessionEvent.TimerSet;
import microstorm.messaging.inbox.EventDispatcher;

/** Keeps the times of the present phase: its end, the reminders before it, and announcements. */
@ApplicationScoped
class PhaseTimerProjection {

  private static final String MOVE_END =
      """
      ends_at = :ends, quiet_over = false, quiet_reminder = null, quiet_until = case
        when phase = 'quiet' and quiet_until is not null then :ends else quiet_until end\
      """;

  private final SessionProjection projection;

  PhaseTimerProjection(SessionProjection projection) {
    this.projection = projection;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher dispatcher) {
    dispatcher
        .on(TimerSet.TYPE, TimerSet.class, this::move)
        .on(QuietEndNear.TYPE, QuietEndNear.class, this::remind)
        .on(Of.QUIET_TIME_OVER_TYPE, Of.class, over -> set(over, "quiet_over = true"))
        .on(Announced.TYPE, Announced.class, this::announce)
        .on(
            Of.ANNOUNCEMENT_STOPPED_TYPE,
            Of.class,
            stopped -> set(stopped, SessionProjection.NOTHING_ANNOUNCED));
  }

  private void set(Of session, String assignment) {
    projection.set(session.sessionId(), assignment, Map.of());
  }

  private void move(TimerSet timer) {
    Map<String, Object> values = new HashMap<>();
    values.put("ends", timer.endsAt());
    projection.set(timer.sessionId(), MOVE_END, values);
  }

  private void remind(QuietEndNear near) {
    projection.set(near.sessionId(), "quiet_reminder = :hours", Map.of("hours", near.hoursLeft()));
  }

  private void announce(Announced announced) {
    projection.set(
        announced.sessionId(),
        "next_phase = :next, announced_at = :announced, next_phase_at = :begins",
        Map.of(
            "next", announced.to(),
            "announced", announced.announcedAt(),
            "begins", announced.beginsAt()));
  }
}
