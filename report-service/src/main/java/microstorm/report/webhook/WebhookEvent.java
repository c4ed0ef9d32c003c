package microstorm.report.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An event as a webhook gets it: a CloudEvent in the structured mode of JSON. */
@Schema(
    description = "The body that a webhook gets: an event in the form of CloudEvents 1.0 (JSON).")
public record WebhookEvent(
    @Schema(description = "The version of CloudEvents.", examples = "1.0") String specversion,
    @Schema(
            description =
                "The id of the event. It is the same in every attempt and every replay, so a"
                    + " receiver ignores an id that it knows.")
        UUID id,
    @Schema(
            description =
                "The address of this installation, if its operator has set it; otherwise `/`.",
            examples = "https://board.example.com")
        String source,
    @Schema(description = TYPE, examples = "microstorm.session.closed") String type,
    @Schema(
            description = "The id of what the event is about: an action, a session or a webhook.",
            examples = "0190a000-0000-7000-8000-000000000001")
        String subject,
    @Schema(description = "The time when it happened.") Instant time,
    @Schema(description = "Always `application/json`.", examples = "application/json")
        String datacontenttype,
    @Schema(description = "What happened.") WebhookEventData data) {

  public static final String TYPE =
      "The type of the event: one that a webhook can ask for, or `microstorm.webhook.test`.";
  public static final String MEDIA_TYPE = "application/cloudevents+json";

  private static final String VERSION = "1.0";
  private static final String JSON = "application/json";

  static WebhookEvent of(UUID id, String source, String type, Instant time, WebhookEventData data) {
    return new WebhookEvent(VERSION, id, source, type, data.subject(), time, JSON, data);
  }
}
