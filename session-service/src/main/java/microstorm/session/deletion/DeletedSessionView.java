package microstorm.session.deletion;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the deletion of a session removed. */
@Schema(
    description =
        "What was removed with a session. Its board and its report follow within moments. Actions of"
            + " the session that are still open stay with the team, without a link to it; delete"
            + " them with `deleteAction`.")
public record DeletedSessionView(
    @Schema(description = "The id of the session.") UUID sessionId,
    @Schema(
            description = "The number of people whose names and seats were removed.",
            minimum = "0",
            examples = "6")
        int participants,
    @Schema(description = "The time of the deletion.") Instant deletedAt) {

  static DeletedSessionView of(DeletedSession session) {
    return new DeletedSessionView(session.sessionId, session.participants, session.deletedAt);
  }
}
