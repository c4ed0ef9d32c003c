package microstorm.report.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import microstorm.http.input.PatchValue;
import microstorm.http.input.SingleLine;
import microstorm.report.outbound.OutboundTarget;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Changes of a webhook. */
@Schema(description = "Changes of a webhook. An absent field stays as it is.")
public record ChangeWebhook(
    @Schema(description = WebhookView.NAME, examples = WebhookView.A_NAME)
        @PatchValue
        @Size(max = 100)
        @SingleLine
        String name,
    @Schema(description = WebhookView.URL, examples = WebhookView.A_URL)
        @PatchValue
        @Size(min = 1, max = OutboundTarget.MAX_LENGTH, message = WebhookView.CHARACTERS)
        String url,
    @Schema(description = WebhookView.EVENTS)
        @PatchValue
        @Size(min = 1, max = WebhookView.MAX_EVENTS, message = WebhookView.ENTRIES)
        List<@NotNull WebhookEventType> events,
    @Schema(description = WebhookView.ACTIVE) @PatchValue Boolean active) {

  /** Keeps the secrets that an address may contain out of logs. */
  @Override
  public String toString() {
    return "ChangeWebhook";
  }
}
