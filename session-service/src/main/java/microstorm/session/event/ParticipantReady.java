package microstorm.session.event;

import java.util.UUID;

/** A participant is ready for the next phase, or no longer ready. */
public record ParticipantReady(UUID sessionId, UUID participantId, boolean ready)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-ready.v1";
  }
}
