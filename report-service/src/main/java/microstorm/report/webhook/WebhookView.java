package microstorm.report.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A webhook, without its secret. */
@Schema(description = "A webhook of the team, without its secret.")
public record WebhookView(
    @Schema(description = "The id of the webhook.") UUID id,
    @Schema(description = NAME, examples = A_NAME) String name,
    @Schema(description = URL, examples = A_URL) String url,
    @Schema(description = "The types of events that it gets.") List<WebhookEventType> events,
    @Schema(description = ACTIVE) boolean active,
    @Schema(
            description =
                "Why the service deactivated the webhook: it answered 410 (`gone`), or all"
                    + " attempts failed for days (`failing`). Absent if the service did not.",
            enumeration = {Webhook.GONE, Webhook.FAILING})
        @Nullable String stopped,
    @Schema(
            description =
                "The time of the first failed attempt since the last success. Absent if the last"
                    + " attempt succeeded, or if there was none.")
        @Nullable Instant failingSince,
    @Schema(
            description =
                "The time until which the earlier secret signs in addition to the present one."
                    + " Absent if it does not.")
        @Nullable Instant earlierSecretUntil,
    @Schema(description = "The time when the webhook was added.") Instant createdAt) {

  public static final String ID = "The id of the webhook.";

  static final int MAX_EVENTS = 10;
  static final String ENTRIES = "must have {min} to {max} entries";
  static final String CHARACTERS = "must have {min} to {max} characters";
  static final String NAME = "The name for people, such as the program that receives the events.";
  public static final String A_NAME = "Ticket system";
  static final String URL =
      "The address that gets the events by `POST`. It begins with `https://`, unless the operator"
          + " permits `http://`, and its host is on the public internet, or in a network that the"
          + " operator permits.";
  static final String A_URL = "https://example.com/microstorm";
  static final String EVENTS = "The types of events that it gets, from now on.";
  static final String ACTIVE = "Whether the webhook gets events.";

  static WebhookView of(Webhook webhook, Instant now) {
    return new WebhookView(
        webhook.id(),
        webhook.name(),
        webhook.url(),
        webhook.events(),
        webhook.active(),
        webhook.stopped(),
        webhook.failingSince(),
        webhook.secrets(now).size() > 1 ? webhook.earlierSecretUntil() : null,
        webhook.createdAt());
  }
}
