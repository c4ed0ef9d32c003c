package microstorm.report.webhook.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.report.webhook.WebhookEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A delivery with its event and its attempts. */
@Schema(description = "The delivery of an event to a webhook, with its event and its attempts.")
public record DeliveryDetails(
    @Schema(description = "The id of the delivery.") UUID id,
    @Schema(description = "The state of the delivery.") DeliveryState state,
    @Schema(description = "The time when the delivery was created.") Instant createdAt,
    @Schema(description = DeliverySummary.DUE) @Nullable Instant nextAttemptAt,
    @Schema(description = DeliverySummary.ENDED) @Nullable Instant endedAt,
    @Schema(description = "The body that the webhook gets.") WebhookEvent event,
    @Schema(description = "The attempts that have ended, the last 50, in their order.")
        List<DeliveryAttempt> attempts) {}
