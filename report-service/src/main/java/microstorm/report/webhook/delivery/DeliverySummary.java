package microstorm.report.webhook.delivery;

import java.time.Instant;
import java.util.UUID;
import microstorm.report.webhook.WebhookEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery in the list of its webhook. */
@Schema(description = "The delivery of an event to a webhook.")
public record DeliverySummary(
    @Schema(description = "The id of the delivery.") UUID id,
    @Schema(description = "The id of the event, which the webhook gets.") UUID eventId,
    @Schema(description = WebhookEvent.TYPE, examples = "microstorm.session.closed") String type,
    @Schema(description = "The state of the delivery.") DeliveryState state,
    @Schema(description = "The time when the delivery was created.") Instant createdAt,
    @Schema(
            description = "The number of attempts, with one that is running.",
            minimum = "0",
            examples = "1")
        int attempts,
    @Schema(description = DUE) @Nullable Instant nextAttemptAt,
    @Schema(description = ENDED) @Nullable Instant endedAt) {

  static final String DUE =
      "The time when the next attempt is due. Absent if none is, or if one is running.";
  static final String ENDED =
      "The time when the event was delivered or the delivery failed. Absent while it waits.";
}
