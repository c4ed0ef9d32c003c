package microstorm.report.webhook.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the deliveries of a webhook. */
@Schema(description = "A page of the deliveries of a webhook.")
public record DeliveryPage(
    @Schema(description = "The deliveries, the newest first.") List<DeliverySummary> items,
    @Schema(description = "The `cursor` of the next page. Absent in the last page.")
        @Nullable String next) {}
