package microstorm.session.seat;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a screen's request. */
@Schema(description = "A screen that waits for its admission.")
public record RequestedScreen(
    @Schema(description = "The id of the screen's request.") UUID screenId,
    @Schema(
            description = "The text to show, so that the facilitator recognizes the screen.",
            examples = "K7QX")
        String sign,
    @Schema(
            description =
                "The secret with which the screen takes its seat once it is admitted, by"
                    + " `POST /api/sessions/{id}/participants/rejoin`. Until then the answer is 409"
                    + " `screen-not-admitted`.",
            examples = "kq0J3nXv5Tt6eYw1mUZb8KgQ4vHs2LpR")
        String rejoinKey,
    @Schema(description = "The time until which the screen waits.") Instant expiresAt) {

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "RequestedScreen";
  }
}
