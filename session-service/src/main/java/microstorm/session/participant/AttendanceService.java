package microstorm.session.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import microstorm.http.problem.ProblemException;
import microstorm.http.problem.SharedProblem;
import microstorm.http.token.Caller;
import microstorm.messaging.outbox.Outbox;
import microstorm.session.core.Actor;
import microstorm.session.core.ActorResolver;
import microstorm.session.core.Participant;
import microstorm.session.core.Phase;
import microstorm.session.core.PhaseRecord;
import microstorm.session.core.ReadinessChanged;
import microstorm.session.core.Rules;
import microstorm.session.core.Session;
import microstorm.session.event.ParticipantLeft;
import microstorm.session.event.ParticipantPromoted;
import microstorm.session.event.ParticipantReady;

/** Lists participants, and records who is ready, who leads and who leaves. */
@ApplicationScoped
class AttendanceService {

  private final ActorResolver actors;
  private final Outbox outbox;
  private final Clock clock;
  private final Event<ReadinessChanged> readiness;

  AttendanceService(
      ActorResolver actors, Outbox outbox, Clock clock, Event<ReadinessChanged> readiness) {
    this.actors = actors;
    this.outbox = outbox;
    this.clock = clock;
    this.readiness = readiness;
  }

  @Transactional
  ParticipantList list(UUID sessionId) {
    Actor actor = actors.in(sessionId);
    return new ParticipantList(
        Participant.of(sessionId).stream()
            .map(participant -> ParticipantView.of(participant, actor))
            .toList());
  }

  /**
   * Lets a participant leave, or removes one for somebody who leads the session. Their token
   * becomes invalid. Has no effect when they left before.
   *
   * @throws ProblemException 404 when the session has no such participant; 403 not-facilitator; 409
   *     session-closed
   */
  @Transactional
  void leave(UUID sessionId, UUID participantId) {
    if (actors.hasLeft(sessionId, participantId)) {
      return;
    }
    Actor actor = actors.lock(sessionId);
    boolean self = actor.seat().filter(seat -> seat.id.equals(participantId)).isPresent();
    Session session = self ? actor.session() : actor.requireFacilitator();
    Participant leaving =
        Participant.in(sessionId, participantId)
            .orElseThrow(() -> ProblemException.notFound("participant"));
    if (leaving.isPresent()) {
      Rules.requireOpen(session);
      leaving.leftAt = clock.instant();
      leaving.removed = !self;
      leaving.tookPart = session.collectsEarly() || PhaseRecord.has(sessionId, Phase.QUIET);
      leaving.ready = false;
      leaving.connected = false;
      leaving.room = null;
      outbox.append(
          new ParticipantLeft(sessionId, participantId, leaving.removed, leaving.tookPart));
      readiness.fire(new ReadinessChanged(session));
    }
  }

  /**
   * Lets a participant lead the session. Has no effect when they lead already.
   *
   * @throws ProblemException 404 when no such participant is present; 403 not-facilitator or
   *     observer; 409 session-closed
   */
  @Transactional
  ParticipantView promote(UUID sessionId, UUID participantId) {
    Actor actor = actors.lock(sessionId);
    Session session = Rules.requireOpen(actor.requireFacilitator());
    Participant promoted =
        Participant.in(sessionId, participantId)
            .filter(Participant::isPresent)
            .orElseThrow(() -> ProblemException.notFound("participant"));
    if (promoted.isObserver()) {
      throw SharedProblem.OBSERVER.exception(
          "An observer cannot lead. Ask them to join as a participant first.");
    }
    if (!promoted.role.equals(Caller.FACILITATOR)) {
      promoted.role = Caller.FACILITATOR;
      outbox.append(new ParticipantPromoted(sessionId, participantId));
      readiness.fire(new ReadinessChanged(session));
    }
    return ParticipantView.of(promoted, actor);
  }

  /**
   * Records that a participant is ready, or no longer ready.
   *
   * @throws ProblemException 403 observer or not-a-participant; 409 session-closed
   */
  @Transactional
  ParticipantView ready(UUID sessionId, boolean ready) {
    Actor actor = actors.lock(sessionId);
    Participant participant = actor.requireParticipant();
    Rules.requireOpen(actor.session());
    if (participant.ready != ready) {
      participant.ready = ready;
      outbox.append(new ParticipantReady(sessionId, participant.id, ready));
      readiness.fire(new ReadinessChanged(actor.session()));
    }
    return ParticipantView.of(participant, actor);
  }
}
