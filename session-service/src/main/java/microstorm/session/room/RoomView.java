package microstorm.session.room;

import java.util.List;
import microstorm.session.core.NamedParticipant;
import microstorm.session.event.Room;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room with the participants in it. */
@Schema(description = "A part of a large group. All rooms have the same problem.")
public record RoomView(
    @Schema(description = "The number of the room, from 1.", minimum = "1", examples = "1")
        int number,
    @Schema(description = "The participants in the room, in the order in which they joined.")
        List<NamedParticipant> participants) {

  Room toEvent() {
    return new Room(number, participants.stream().map(NamedParticipant::participantId).toList());
  }
}
