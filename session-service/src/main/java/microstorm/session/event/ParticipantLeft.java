package microstorm.session.event;

import java.util.UUID;

/**
 * * Somebody does not take part in a session any more. {@code removed}: not by their own will,
 * their token is refused from now on. {@code tookPart}: they were there after the start and stay
 * among those who took part.
 */
public record ParticipantLeft(UUID sessionId, UUID participantId, boolean removed, boolean tookPart)
    implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-left.v1";
  }
}
