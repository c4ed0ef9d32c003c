package microstorm.report.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The webhooks of a team. */
@Schema(description = "The webhooks of the team.")
public record WebhookList(
    @Schema(
            description =
                "Whether this installation sends events to webhooks. The operator can switch them"
                    + " off; then no webhook can be added, and nothing is sent.")
        boolean enabled,
    @Schema(description = "The webhooks, in the order in which they were added.")
        List<WebhookView> items) {}
