package microstorm.report.webhook;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import microstorm.http.input.SingleLine;
import microstorm.report.outbound.OutboundTarget;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new webhook. */
@Schema(description = "A new webhook of the team.")
public record AddWebhook(
    @Schema(description = WebhookView.NAME, examples = WebhookView.A_NAME)
        @NotNull
        @Size(max = 100)
        @SingleLine
        String name,
    @Schema(description = WebhookView.URL, examples = WebhookView.A_URL)
        @NotNull
        @Size(min = 1, max = OutboundTarget.MAX_LENGTH, message = WebhookView.CHARACTERS)
        String url,
    @Schema(description = WebhookView.EVENTS)
        @NotNull
        @Size(min = 1, max = WebhookView.MAX_EVENTS, message = WebhookView.ENTRIES)
        List<@NotNull WebhookEventType> events,
    @Schema(description = WebhookView.ACTIVE + " By default `true`.") Boolean active) {

  boolean startsActive() {
    return active == null || active;
  }

  /** Keeps the secrets that an address may contain out of logs. */
  @Override
  public String toString() {
    return "AddWebhook";
  }
}
