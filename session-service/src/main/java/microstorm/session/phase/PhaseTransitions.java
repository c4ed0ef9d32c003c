package microstorm.session.phase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import microstorm.http.NewId;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.breaks.Breaks;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;
import microstorm.session.core.Session;
import microstorm.session.core.SessionEvents;
import microstorm.session.core.SessionsConfig;
import microstorm.session.deletion.Retention;
import microstorm.session.event.AgreeingStarted;
import microstorm.session.event.ConvergingStarted;
import microstorm.session.event.LobbyOpened;
import microstorm.session.event.PhaseReverted;
import microstorm.session.event.PhaseTimerSet;
import microstorm.session.event.QuietStarted;
import microstorm.session.event.SessionCancelled;
import microstorm.session.event.SessionClosed;
import microstorm.session.event.SessionClosing;
import microstorm.session.event.SessionEvent;
import microstorm.session.event.SharingStarted;
import microstorm.session.quiet.QuietReminders;
import microstorm.session.room.Rooms;
import microstorm.session.timer.Timer;
import microstorm.session.timer.TimerKind;
import microstorm.session.timer.Timers;

/** Brings a locked session into another phase. The caller has checked that this is permitted. */
@ApplicationScoped
class PhaseTransitions {

  private final Timers timers;
  private final Breaks breaks;
  private final Retention retention;
  private final Rooms rooms;
  private final QuietReminders reminders;
  private final SessionsConfig config;
  private final Outbox outbox;
  private final NewId newId;

  PhaseTransitions(
      Timers timers,
      Breaks breaks,
      Retention retention,
      Rooms rooms,
      QuietReminders reminders,
      SessionsConfig config,
      Outbox outbox,
      NewId newId) {
    this.timers = timers;
    this.retention = retention;
    this.rooms = rooms;
    this.reminders = reminders;
    this.breaks = breaks;
    this.config = config;
    this.outbox = outbox;
    this.newId = newId;
  }

  /** Ends a session that nobody ended. A session that nobody started is cancelled. */
  void endByItself(Session session, Instant now) {
    session.closesByItself = true;
    enter(session, session.phase == Phase.LOBBY ? Phase.CANCELLED : Phase.CLOSING, now);
  }

  /** Requests the seal of the board of a closing session. A second request does no harm. */
  SessionEvent requestSeal(Session session, Instant now) {
    timers.set(Timer.of(TimerKind.SEAL_MISSING, session.id), now.plus(config.sealAgainAfter()));
    return new SessionClosing(session.id, session.phaseSince, session.closesByItself);
  }

  /** Enters a phase, records the end of the previous one and publishes the change. */
  void enter(Session session, Phase to, Instant now) {
    breaks.end(session, now);
    timers.clear(Timer.of(TimerKind.PHASE_DUE, session.id));
    Phase from = session.phase;
    if (!to.hasRooms()) {
      rooms.merge(session);
    }
    Optional<PhaseRecord> previous = end(session, to, now);
    session.enter(to, now);
    if (session.phaseSince != null) {
      new PhaseRecord(newId.get(), session).persist();
    }
    Participant.update("ready = false where session.id = ?1 and ready", session.id);
    if (!session.showsPresence()) {
      Participant.disconnectAll(session.id);
    }
    if (to == Phase.LOBBY || to.isRunning()) {
      boolean hasEnd = session.timerEndsAt != null || session.isQuietOverDays();
      closeLater(session, hasEnd ? session.phaseEndsAt() : now);
    }
    outbox.append(
        PhaseTransition.isBack(from, to)
            ? wentBack(session, from, now)
            : entered(session, previous, now));
    if (to.isBeforeStart()) {
      forgetDate(session);
    }
    if (session.timerEndsAt != null) {
      outbox.append(new PhaseTimerSet(session.id, session.timerEndsAt));
    }
  }

  /** Sets when the session closes by itself if nobody goes on after the end of its phase. */
  void closeLater(Session session, Instant phaseEnd) {
    Duration after = session.isOverDays() ? config.overDaysCloseAfter() : config.closeAfter();
    timers.set(Timer.of(TimerKind.CLOSE, session.id), phaseEnd.plus(after));
  }

  private static Optional<PhaseRecord> end(Session session, Phase to, Instant now) {
    Optional<PhaseRecord> running = PhaseRecord.running(session.id);
    running.ifPresent(
        phase -> {
          phase.endedAt = now;
          phase.endedEarly =
              phase.phase == Phase.QUIET
                  && to == Phase.SHARING
                  && now.isBefore(session.quietEndsAt);
        });
    return running;
  }

  private SessionEvent entered(Session session, Optional<PhaseRecord> previous, Instant now) {
    return switch (session.phase) {
      case PLANNED -> throw new IllegalArgumentException("Every session begins as planned.");
      case LOBBY -> new LobbyOpened(session.id, now, session.showActions, session.rehearsal);
      case QUIET -> write(session, now);
      case SHARING -> share(session, previous.orElseThrow(), now);
      case CONVERGING -> new ConvergingStarted(session.id, now, session.settings.votesPerPerson());
      case AGREEING -> new AgreeingStarted(session.id, now);
      case CLOSING -> {
        stop(session);
        yield requestSeal(session, now);
      }
      case CLOSED -> {
        stop(session);
        retention.schedule(session, now);
        yield new SessionClosed(
            session.id, session.teamId, now, null, Participant.count(session.id));
      }
      case CANCELLED -> {
        stop(session);
        retention.schedule(session, now);
        yield new SessionCancelled(session.id, now, session.closesByItself);
      }
    };
  }

  private PhaseReverted wentBack(Session session, Phase from, Instant now) {
    if (session.phase.isBeforeStart()) {
      timers.clear(Timer.of(TimerKind.QUIET_OVER, session.id));
      reminders.stop(session.id);
      timers.clear(Timer.of(TimerKind.BREAK_DUE, session.id));
      breaks.unschedulePlanned(session.id);
      retention.cancel(session.id);
    }
    if (session.phase == Phase.PLANNED) {
      timers.clear(Timer.of(TimerKind.CLOSE, session.id));
    }
    return new PhaseReverted(session.id, from.label(), session.phase.label(), now);
  }

  /** A session that has not started after all is not held on the day of its start. */
  private void forgetDate(Session session) {
    if (!Objects.equals(session.heldOn, session.plannedOn())) {
      session.heldOn = session.plannedOn();
      outbox.append(SessionEvents.changed(session, Participant.count(session.id)));
    }
  }

  private QuietStarted write(Session session, Instant now) {
    timers.set(Timer.of(TimerKind.QUIET_OVER, session.id), session.quietEndsAt);
    if (session.isOverDays()) {
      reminders.schedule(session, now);
    } else {
      beginWork(session, now);
    }
    return new QuietStarted(session.id, now, session.quietEndsAt);
  }

  /** The group works together from now on: breaks are proposed, and those of the plan scheduled. */
  private void beginWork(Session session, Instant now) {
    breaks.proposeNext(session);
    breaks.schedulePlanned(session, now);
  }

  private SharingStarted share(Session session, PhaseRecord quiet, Instant now) {
    timers.clear(Timer.of(TimerKind.QUIET_OVER, session.id));
    if (session.isOverDays()) {
      reminders.stop(session.id);
      beginWork(session, now);
    }
    return new SharingStarted(
        session.id, now, quiet.worked().toSeconds(), quiet.pausedMillis / 1_000, quiet.endedEarly);
  }

  private void stop(Session session) {
    timers.clearAll(session.id);
    breaks.forgetScheduled(session.id);
  }
}
