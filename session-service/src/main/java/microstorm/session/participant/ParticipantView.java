package microstorm.session.participant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import microstorm.session.core.Participant;

/**
 * Somebody in a session, as all in it see them.
 *
 * @param ready whether they are done and wait for the others
 * @param present whether they are still there
 * @param room the number of the room they sit in; absent when the group is not split
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
