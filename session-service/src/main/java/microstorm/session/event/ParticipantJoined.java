package microstorm.session.event;

import java.util.UUID;

/**
 * * Somebody takes part in a session, at this place in the list of participants; joining again
 * means another name or place. {@code role} is facilitator, participant or observer.
 */
public record ParticipantJoined(
    UUID sessionId, UUID participantId, int position, String name, String role)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-joined.v1";
  }
}
