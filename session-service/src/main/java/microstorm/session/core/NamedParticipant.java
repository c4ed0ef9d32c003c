package microstorm.session.core;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A participant, with what a list needs to show. */
@Schema(description = "A participant, by id and name.")
public record NamedParticipant(
    @Schema(description = ApiText.PARTICIPANT_ID) UUID participantId,
    @Schema(description = ApiText.PARTICIPANT_NAME, examples = "Ana") String name) {

  /** These participants in the same order. */
  public static List<NamedParticipant> of(List<Participant> participants) {
    return participants.stream()
        .map(participant -> new NamedParticipant(participant.id, participant.name))
        .toList();
  }
}
