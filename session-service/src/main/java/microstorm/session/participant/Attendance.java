package microstorm.session.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import microstorm.messaging.Outbox;
import microstorm.session.event.ParticipantLeft;
import microstorm.session.event.ParticipantReady;
import microstorm.session.plan.Actor;
import microstorm.session.plan.Actors;
import microstorm.session.plan.Participant;
import microstorm.session.plan.Rules;
import microstorm.session.plan.Session;
import microstorm.web.Refusal;

/** Who is there, who is ready, and who goes. */
@ApplicationScoped
class Attendance {

  private final Actors actors;
  private final Outbox outbox;
  private final Clock clock;

  Attendance(Actors actors, Outbox outbox, Clock clock) {
    this.actors = actors;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  ParticipantList list(UUID sessionId) {
    Session session = actors.in(sessionId).session();
    return new ParticipantList(
        Participant.of(session.id).stream().map(ParticipantView::of).toList());
  }

  /**
   * Everybody may leave; who leads may remove somebody. Their token ends with it.
   *
   * @throws Refusal 404 for nobody of this session; 409 not-facilitator or session-closed
   */
  @Transactional
  void leave(UUID sessionId, UUID participantId) {
    Actor actor = actors.lock(sessionId);
    boolean self = actor.seat().filter(seat -> seat.id.equals(participantId)).isPresent();
    Session session = Rules.open(self ? actor.session() : actor.led());
    Participant leaving =
        Participant.in(sessionId, participantId).orElseThrow(() -> Refusal.notFound("participant"));
    if (leaving.isPresent()) {
      leaving.leftAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
      leaving.removed = !self;
      leaving.tookPart = !session.phase.isBeforeStart();
      leaving.ready = false;
      leaving.room = null;
      outbox.append(
          new ParticipantLeft(sessionId, participantId, leaving.removed, leaving.tookPart));
    }
  }

  /**
   * Somebody is done, or goes on after all.
   *
   * @throws Refusal 409 observer, not-a-participant or session-closed
   */
  @Transactional
  ParticipantView ready(UUID sessionId, boolean ready) {
    Actor actor = actors.lock(sessionId);
    Participant participant = actor.taking();
    Rules.open(actor.session());
    if (participant.ready != ready) {
      participant.ready = ready;
      outbox.append(new ParticipantReady(sessionId, participant.id, ready));
    }
    return ParticipantView.of(participant);
  }
}
