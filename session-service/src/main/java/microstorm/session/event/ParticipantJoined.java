package microstorm.session.event;

import java.util.UUID;

/**
 * A person joined a session, at this place in the list of participants. A second event for the same
 * participant changes the name or place. {@code role} is facilitator, participant or observer.
 * {@code room} is the number of the room for somebody who joins while the group is split; otherwise
 * null.
 */
public record ParticipantJoined(
    UUID sessionId, UUID participantId, int position, String name, String role, Integer room)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-joined.v1";
  }
}
