package microstorm.session.seat;

import java.time.Instant;
import java.util.UUID;
import microstorm.session.core.ApiText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a request to join. */
@Schema(description = "The seat of the person who joined, and the token for it.")
public record Joined(
    @Schema(description = ApiText.PARTICIPANT_ID) UUID participantId,
    @Schema(description = ApiText.PARTICIPANT_NAME, examples = "Ana") String name,
    @Schema(
            description = ApiText.ROLE,
            enumeration = {"facilitator", "participant", "observer"})
        String role,
    @Schema(
            description =
                "The token for this seat, to send in the header `Authorization: Bearer <token>`.",
            examples = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIuLi4ifQ.c2lnbmF0dXJl")
        String token,
    @Schema(description = "The time when the token expires. Then rejoin.") Instant expiresAt,
    @Schema(
            description =
                "The secret that brings this person back to the seat, with all ideas and dots, when"
                    + " the token is lost or has expired. Keep it as secret as the token. It is the"
                    + " `Idempotency-Key` of the request that took the seat, if there was one.",
            examples = "kq0J3nXv5Tt6eYw1mUZb8KgQ4vHs2LpR")
        String rejoinKey) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "Joined";
  }
}
