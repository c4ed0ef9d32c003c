package microstorm.report.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.report.database.StoredJson;
import microstorm.report.problem.ReportProblem;
import microstorm.report.webhook.EventWriter;
import microstorm.report.webhook.Webhook;
import microstorm.report.webhook.WebhookEventData;
import microstorm.report.webhook.WebhookEventData.TestedWebhook;
import microstorm.report.webhook.WebhookEventType;
import microstorm.report.webhook.WebhookStore;
import microstorm.report.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** The deliveries of a team's webhooks: reads, replays and tests them. */
@ApplicationScoped
class Deliveries {

  private final Webhooks webhooks;
  private final DeliveryStore store;
  private final WebhookStore stored;
  private final EventWriter events;
  private final StoredJson json;
  private final Clock clock;
  private final NewId newId;

  Deliveries(
      Webhooks webhooks,
      DeliveryStore store,
      WebhookStore stored,
      EventWriter events,
      StoredJson json,
      Clock clock,
      NewId newId) {
    this.webhooks = webhooks;
    this.store = store;
    this.stored = stored;
    this.events = events;
    this.json = json;
    this.clock = clock;
    this.newId = newId;
  }

  /**
   * A page of the deliveries of a webhook.
   *
   * @throws ProblemException 404
   */
  @Transactional
  DeliveryPage list(
      UUID teamId, UUID webhookId, @Nullable String state, @Nullable UUID after, int limit) {
    webhooks.get(teamId, webhookId);
    List<DeliverySummary> found = store.list(webhookId, state, after, limit + 1);
    List<DeliverySummary> items = found.stream().limit(limit).toList();
    return new DeliveryPage(
        items, found.size() > limit ? DeliveryCursor.encode(items.get(limit - 1).id()) : null);
  }

  /**
   * A delivery.
   *
   * @throws ProblemException 404
   */
  @Transactional
  DeliveryDetails get(UUID teamId, UUID webhookId, UUID id) {
    webhooks.get(teamId, webhookId);
    DeliveryStore.Row row =
        store.find(webhookId, id).orElseThrow(() -> ProblemException.notFound("delivery"));
    DeliverySummary delivery = row.summary();
    return new DeliveryDetails(
        id,
        delivery.state(),
        delivery.createdAt(),
        delivery.nextAttemptAt(),
        delivery.endedAt(),
        events.event(delivery.eventId(), delivery.type(), row.occurredAt(), row.data()),
        store.attempts(id));
  }

  /**
   * Sends an event again, whether it was delivered or not.
   *
   * @throws ProblemException 404; 409 webhook-inactive or webhooks-off
   */
  @Transactional
  DeliveryDetails replay(UUID teamId, UUID webhookId, UUID id) {
    webhooks.requireEnabled();
    Webhook webhook = stored.lock(teamId, webhookId).orElseThrow(Webhooks::absent);
    DeliveryDetails delivery = get(teamId, webhookId, id);
    if (!webhook.active() && !delivery.event().type().equals(WebhookEventType.TEST)) {
      throw ReportProblem.WEBHOOK_INACTIVE.exception();
    }
    store.replay(id, clock.instant());
    return get(teamId, webhookId, id);
  }

  /**
   * Sends an event that tests a webhook, active or not. While one waits, there is no other one.
   *
   * @throws ProblemException 404; 409 webhooks-off
   */
  @Transactional
  DeliveryDetails test(UUID teamId, UUID webhookId) {
    webhooks.requireEnabled();
    Webhook webhook = stored.lock(teamId, webhookId).orElseThrow(Webhooks::absent);
    UUID id = store.waitingTest(webhookId).orElseGet(() -> addTest(webhook));
    return get(teamId, webhookId, id);
  }

  private UUID addTest(Webhook webhook) {
    UUID id = newId.get();
    Instant now = clock.instant();
    WebhookEventData data =
        WebhookEventData.ofTest(new TestedWebhook(webhook.id(), webhook.name()));
    store.addTest(id, UUID.randomUUID(), webhook, json.write(data), now);
    return id;
  }
}
