package microstorm.session.breaks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.event.BreakUnscheduled;
import microstorm.session.problem.SessionProblem;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/**
 * Begins, schedules, ends and cancels breaks for facilitators (the log's eighth standard: take
 * plenty of breaks).
 */
@ApplicationScoped
class BreakService {

  private static final int MAX_SCHEDULED = 20;

  /** The maximum number of breaks of a session that are scheduled, running or over. */
  private static final int MAX_BREAKS = 100;

  private static final Duration MAX_AHEAD = Duration.ofDays(400);

  /**
   * A break whose start is at most this long ago begins now, because the clocks of clients differ.
   */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

  private final ActorResolver actors;
  private final Breaks breaks;
  private final Timers timers;
  private final Outbox outbox;
  private final Clock clock;
  private final NewId newId;

  BreakService(
      ActorResolver actors, Breaks breaks, Timers timers, Outbox outbox, Clock clock, NewId newId) {
    this.actors = actors;
    this.breaks = breaks;
    this.timers = timers;
    this.outbox = outbox;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * Begins or schedules a break.
   *
   * @throws ProblemException 403 not-facilitator; 409 session-closed, not-started, break-running,
   *     breaks-off or too-many-breaks
   */
  @Transactional
  BreakView take(UUID sessionId, TakeBreak request) {
    Session session = Rules.requireOpen(actors.lock(sessionId).requireFacilitator());
    requireRoom(sessionId);
    Instant now = now();
    Break pause = new Break(newId.get(), sessionId, request.minutes());
    Instant startsAt = Objects.requireNonNullElse(request.startsAt(), now);
    if (startsAt.isBefore(now.minus(CLOCK_TOLERANCE)) || startsAt.isAfter(now.plus(MAX_AHEAD))) {
      throw ProblemException.invalid("startsAt", "must be within the next 400 days");
    }
    if (startsAt.isAfter(now)) {
      schedule(pause, startsAt);
    } else {
      breaks.begin(requireBreaks(Rules.requireNoBreak(Rules.requireStarted(session))), pause, now);
    }
    pause.persist();
    return BreakView.of(pause);
  }

  /**
   * Ends the running break. Has no effect when there is none.
   *
   * @throws ProblemException 403 not-facilitator
   */
  @Transactional
  void end(UUID sessionId) {
    breaks.goOn(actors.lock(sessionId).requireFacilitator(), now());
  }

  /**
   * Cancels a scheduled break. Has no effect when it was cancelled before.
   *
   * @throws ProblemException 404 when no break with this id is scheduled; 403 not-facilitator; 409
   *     session-closed
   */
  @Transactional
  void unschedule(UUID sessionId, UUID breakId) {
    Session session = actors.lock(sessionId).requireFacilitator();
    if (CancelledBreak.exists(sessionId, breakId)) {
      return;
    }
    Rules.requireOpen(session);
    if (Break.delete("id = ?1 and sessionId = ?2 and startedAt is null", breakId, sessionId) == 0) {
      throw ProblemException.notFound("scheduled break");
    }
    CancelledBreak.remember(breakId, sessionId, now());
    timers.clear(new Timer(TimerKind.BREAK_START, breakId, sessionId));
    outbox.append(new BreakUnscheduled(sessionId, breakId));
  }

  private static Session requireBreaks(Session session) {
    if (!session.takesBreaks()) {
      throw SessionProblem.BREAKS_OFF.exception();
    }
    return session;
  }

  private static void requireRoom(UUID sessionId) {
    if (Break.count("sessionId", sessionId) >= MAX_BREAKS) {
      throw SessionProblem.TOO_MANY_BREAKS.exception(
          "A session can have at most %d breaks. Continue without another one."
              .formatted(MAX_BREAKS));
    }
  }

  private void schedule(Break pause, Instant startsAt) {
    if (Break.count("sessionId = ?1 and startedAt is null", pause.sessionId) >= MAX_SCHEDULED) {
      throw SessionProblem.TOO_MANY_BREAKS.exception(
          "A session can have at most %d scheduled breaks. Cancel one of them first."
              .formatted(MAX_SCHEDULED));
    }
    breaks.schedule(pause, startsAt);
  }

  private Instant now() {
    return clock.instant();
  }
}
