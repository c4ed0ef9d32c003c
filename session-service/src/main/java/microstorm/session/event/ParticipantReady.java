package microstorm.session.event;

import java.util.UUID;

/** Somebody says that they are ready for what comes next, or takes it back. */
public record ParticipantReady(UUID sessionId, UUID participantId, boolean ready)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-ready.v1";
  }
}
