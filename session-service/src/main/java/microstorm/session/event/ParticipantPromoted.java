package microstorm.session.event;

import java.util.UUID;

/** A participant leads the session from now on: their role is facilitator. */
public record ParticipantPromoted(UUID sessionId, UUID participantId) implements SessionEvent {

  @Override
  public String type() {
    return "microstorm.session.participant-promoted.v1";
  }
}
