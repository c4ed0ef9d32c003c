package microstorm.report.webhook;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new secret of a webhook. */
@Schema(description = "A new secret of a webhook.")
public record WebhookSecret(
    @Schema(description = "The webhook.") WebhookView webhook,
    @Schema(
            description =
                "The secret that signs the events, in the form of Standard Webhooks. Store it in"
                    + " the receiver, because it is shown only in this answer.",
            examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=")
        String secret) {

  UUID webhookId() {
    return webhook.id();
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
