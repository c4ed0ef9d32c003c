package microstorm.session.event;

import java.util.UUID;
import microstorm.messaging.OutgoingEvent;

/**
 * Somebody takes part in a session, at this place in the list of participants; joining again means
 * another name or place.
 */
public record ParticipantJoined(UUID sessionId, UUID participantId, int position, String name)
    implements OutgoingEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-joined.v1";
  }

  @Override
  public UUID key() {
    return sessionId;
  }
}
