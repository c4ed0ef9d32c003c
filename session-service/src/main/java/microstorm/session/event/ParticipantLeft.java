package microstorm.session.event;

import java.util.UUID;

/**
 * A participant left a session; their token is no longer valid. {@code removed}: a facilitator or
 * the owner removed them. {@code tookPart}: they left after the start and stay in the list of
 * participants.
 */
public record ParticipantLeft(UUID sessionId, UUID participantId, boolean removed, boolean tookPart)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-left.v1";
  }
}
