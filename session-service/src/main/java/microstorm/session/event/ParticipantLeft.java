package microstorm.session.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/** Somebody does not take part in a session any more. */
public record ParticipantLeft(UUID sessionId, UUID participantId) implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-left.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
