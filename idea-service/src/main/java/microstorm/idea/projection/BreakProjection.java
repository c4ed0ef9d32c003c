package microstorm.idea.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import microstorm.idea.projection.SessionEvent.BreakEnded;
import microstorm.idea.projection.SessionEvent.BreakScheduled;
import microstorm.idea.projection.SessionEvent.BreakStarted;
import microstorm.idea.projection.SessionEvent.BreakUnscheduled;
import microstorm.messaging.inbox.EventDispatcher;

/** Keeps the running break and the scheduled ones. */
@ApplicationScoped
class BreakProjection {

  private static final String FORGET =
      """
      scheduled_breaks = coalesce((
        select jsonb_agg(scheduled order by (scheduled ->> 'startsAt')::timestamptz)
        from jsonb_array_elements(scheduled_breaks) as scheduled
        where scheduled ->> 'breakId' <> :break::text), '[]')""";

  private static final String SCHEDULE =
      """
      scheduled_breaks = (
        select jsonb_agg(scheduled order by (scheduled ->> 'startsAt')::timestamptz)
        from jsonb_array_elements(scheduled_breaks || jsonb_build_object(
          'breakId', :break::uuid, 'startsAt', :starts::text, 'minutes', :minutes::integer))
        as scheduled)""";

  private final SessionProjection projection;

  BreakProjection(SessionProjection projection) {
    this.projection = projection;
  }

  /** Registers the events that it reads. */
  void register(EventDispatcher dispatcher) {
    dispatcher
        .on(BreakScheduled.TYPE, BreakScheduled.class, this::schedule)
        .on(BreakUnscheduled.TYPE, BreakUnscheduled.class, this::unschedule)
        .on(BreakStarted.TYPE, BreakStarted.class, this::start)
        .on(BreakEnded.TYPE, BreakEnded.class, this::end);
  }

  private void schedule(BreakScheduled scheduled) {
    projection.set(
        scheduled.sessionId(),
        SCHEDULE,
        Map.of(
            "break", scheduled.breakId(),
            "starts", scheduled.startsAt().toString(),
            "minutes", scheduled.minutes()));
  }

  private void unschedule(BreakUnscheduled cancelled) {
    projection.set(cancelled.sessionId(), FORGET, Map.of("break", cancelled.breakId()));
  }

  private void start(BreakStarted started) {
    projection.set(
        started.sessionId(),
        "break_id = :break, break_ends_at = :ends, break_due = false, " + FORGET,
        Map.of("break", started.breakId(), "ends", started.endsAt()));
  }

  private void end(BreakEnded ended) {
    Map<String, Object> values = new HashMap<>();
    values.put("ends", ended.phaseEndsAt());
    projection.set(
        ended.sessionId(), "break_id = null, break_ends_at = null, ends_at = :ends", values);
  }
}
