package microstorm.session.participant;

import java.util.UUID;
import microstorm.session.core.Actor;
import microstorm.session.core.ApiText;
import microstorm.session.core.Participant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A participant as a person in the session sees them. */
@Schema(description = "A person with a seat in the session.")
public record ParticipantView(
    @Schema(description = ApiText.PARTICIPANT_ID) UUID participantId,
    @Schema(description = ApiText.PARTICIPANT_NAME, examples = "Ana") String name,
    @Schema(
            description = ApiText.ROLE,
            enumeration = {"facilitator", "participant", "observer"})
        String role,
    @Schema(
            description =
                "Whether the participant is done and waits for the others. It becomes false when a"
                    + " phase begins. In an anonymous session each person sees only their own; it"
                    + " is absent for everybody else.")
        @Nullable Boolean ready,
    @Schema(description = "Whether the participant is still in the session.") boolean present,
    @Schema(
            description =
                "Whether the participant follows the board by a live stream, or did some seconds"
                    + " ago. Always `false` in the quiet phase of a session over days, and in"
                    + " `planned` while ideas are collected early.")
        boolean connected,
    @Schema(
            description =
                "The number of the participant's room; absent for observers, and when the group is"
                    + " not split.",
            minimum = "1",
            examples = "1")
        @Nullable Integer room) {

  static ParticipantView of(Participant participant, Actor seenBy) {
    boolean own = seenBy.seat().filter(seat -> seat.id.equals(participant.id)).isPresent();
    return new ParticipantView(
        participant.id,
        participant.name,
        participant.role,
        own || !seenBy.session().isAnonymous() ? participant.ready : null,
        participant.isPresent(),
        participant.connected,
        participant.room);
  }
}
