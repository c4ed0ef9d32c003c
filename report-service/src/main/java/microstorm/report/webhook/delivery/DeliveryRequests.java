package microstorm.report.webhook.delivery;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import microstorm.report.outbound.OutboundFailure;
import microstorm.report.outbound.OutboundRequest;
import microstorm.report.outbound.OutboundTarget;
import microstorm.report.webhook.EventWriter;
import microstorm.report.webhook.WebhookConfig;
import microstorm.report.webhook.WebhookEvent;
import microstorm.report.webhook.WebhookSignature;
import microstorm.report.webhook.WebhookTargets;

/** Makes the signed requests with which events are delivered. */
@ApplicationScoped
class DeliveryRequests {

  /** Read so that the receiver can end its response, and not kept. */
  private static final int MAX_BODY = 16 * 1024;

  private static final String CONTENT_TYPE = WebhookEvent.MEDIA_TYPE + "; charset=utf-8";

  private final EventWriter events;
  private final WebhookTargets targets;
  private final WebhookConfig config;

  DeliveryRequests(EventWriter events, WebhookTargets targets, WebhookConfig config) {
    this.events = events;
    this.targets = targets;
    this.config = config;
  }

  /**
   * The request of an attempt.
   *
   * @throws OutboundFailure if this service sends no events to such addresses
   */
  OutboundRequest of(Claim claim, Instant start) throws OutboundFailure {
    OutboundTarget target = targets.parse(claim.url());
    String id = claim.eventId().toString();
    String body = events.body(claim.eventId(), claim.type(), claim.occurredAt(), claim.data());
    long timestamp = start.getEpochSecond();
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            CONTENT_TYPE,
            "User-Agent",
            "Microstorm-Webhooks",
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(timestamp),
            "webhook-signature",
            WebhookSignature.header(claim.secrets(), id, timestamp, body));
    return new OutboundRequest(
        claim.teamId(), "POST", target, headers, Buffer.buffer(body), config.timeout(), MAX_BODY);
  }
}
