package microstorm.idea.ticket;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket that opens one live stream. */
@Schema(description = "A ticket that opens one live stream of this board for its holder.")
public record StreamTicket(
    @Schema(
            description =
                "The ticket, to send as the query parameter `ticket` of the live stream. It works"
                    + " once. Keep it secret until then.",
            examples = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA")
        String ticket,
    @Schema(description = "The time until which the ticket can be used.") Instant expiresAt) {

  /** Keeps the ticket out of logs. */
  @Override
  public String toString() {
    return "StreamTicket";
  }
}
