package microstorm.idea.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person who takes part in a session, according to the events of session-service.
 *
 * @param roomSeq the number of the change with which the person began to see another room
 */
@Schema(description = "A person who has a seat in the session.")
public record Seat(
    @Schema(description = "The id of the participant.") UUID participantId,
    @Schema(
            description = "The name with which the person joined.",
            maxLength = 200,
            examples = "Ana")
        String name,
    @Schema(
            description = "The role of the seat.",
            enumeration = {"facilitator", "participant", "observer"},
            examples = "participant")
        String role,
    @Schema(
            description =
                "Whether the person is done and waits for the others. In an anonymous session each"
                    + " person sees only their own; it is absent for everybody else.")
        @Nullable Boolean ready,
    @Schema(
            description =
                "Whether the person still has the seat. false after they left or were removed.")
        boolean present,
    @Schema(
            description =
                "Whether the person follows the board by a live stream, or did some seconds ago."
                    + " Always false in the quiet phase of a session over days, and in planned"
                    + " while ideas are collected early.")
        boolean connected,
    @Schema(
            description =
                "The number of the person's room; absent while the group is not split, and for"
                    + " people without a room.",
            minimum = "1",
            examples = "1")
        @Nullable Integer room,
    @JsonIgnore @Schema(hidden = true) long roomSeq) {

  /** The seat as others see it in an anonymous session. */
  Seat withoutReadiness() {
    return new Seat(participantId, name, role, null, present, connected, room, roomSeq);
  }
}
