package microstorm.session.participant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import microstorm.session.core.Participant;

/**
 * A participant as everybody in the session sees them.
 *
 * @param ready whether the participant is done and waits for the others
 * @param present whether the participant is still in the session
 * @param room the number of the participant's room; absent when the group is not split
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ParticipantView(
    UUID id, String name, String role, boolean ready, boolean present, Integer room) {

  static ParticipantView of(Participant participant) {
    return new ParticipantView(
        participant.id,
        participant.name,
        participant.role,
        participant.ready,
        participant.isPresent(),
        participant.room);
  }
}
