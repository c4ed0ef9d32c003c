package microstorm.report.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import microstorm.http.NewId;
import microstorm.http.problem.ProblemException;
import microstorm.report.problem.ReportProblem;

/** Adds, changes and removes the webhooks of teams. */
@ApplicationScoped
public class Webhooks {

  private final WebhookStore store;
  private final WebhookConfig config;
  private final Clock clock;
  private final NewId newId;

  Webhooks(WebhookStore store, WebhookConfig config, Clock clock, NewId newId) {
    this.store = store;
    this.config = config;
    this.clock = clock;
    this.newId = newId;
  }

  @Transactional
  WebhookList list(UUID teamId) {
    Instant now = clock.instant();
    return new WebhookList(
        config.enabled(),
        store.list(teamId).stream().map(webhook -> WebhookView.of(webhook, now)).toList());
  }

  /**
   * The webhook.
   *
   * @throws ProblemException 404
   */
  @Transactional
  public Webhook get(UUID teamId, UUID id) {
    return store.find(teamId, id).orElseThrow(Webhooks::absent);
  }

  /**
   * Adds a webhook whose address was checked.
   *
   * @throws ProblemException 409 too-many-webhooks or webhooks-off
   */
  @Transactional
  WebhookSecret add(UUID teamId, AddWebhook request) {
    requireEnabled();
    if (store.lockAndCount(teamId) >= config.maxPerTeam()) {
      throw ReportProblem.TOO_MANY_WEBHOOKS.exception(
          "The team has %d webhooks, which is the maximum. Delete one first."
              .formatted(config.maxPerTeam()));
    }
    Webhook webhook =
        new Webhook(
            newId.get(),
            teamId,
            request.name().strip(),
            request.url(),
            request.startsActive(),
            null,
            WebhookSignature.newSecret(),
            null,
            null,
            clock.instant(),
            null,
            Webhook.inOrder(request.events()));
    store.insert(webhook);
    return secret(webhook);
  }

  /**
   * Changes a webhook; a new address was checked. Events from the time in which it was inactive, or
   * did not ask for them, are not sent later.
   *
   * @throws ProblemException 404
   */
  @Transactional
  WebhookView change(UUID teamId, UUID id, ChangeWebhook request) {
    Webhook webhook = store.lock(teamId, id).orElseThrow(Webhooks::absent);
    Instant now = clock.instant();
    Webhook changed = webhook.with(request);
    store.update(changed);
    if (changed.active() && !webhook.active()) {
      store.unsubscribe(id);
    }
    store.subscribe(id, changed.events(), now);
    if (!changed.active()) {
      store.giveUp(id, now);
    }
    return WebhookView.of(changed, now);
  }

  /** Deletes a webhook with its deliveries, if the team has it. */
  @Transactional
  void delete(UUID teamId, UUID id) {
    store.delete(teamId, id);
  }

  /**
   * Gives a webhook a new secret. The present one signs, too, for a time.
   *
   * @throws ProblemException 404
   */
  @Transactional
  WebhookSecret rotate(UUID teamId, UUID id) {
    Webhook webhook = store.lock(teamId, id).orElseThrow(Webhooks::absent);
    Webhook changed =
        webhook.withSecret(
            WebhookSignature.newSecret(), clock.instant().plus(config.secretOverlap()));
    store.update(changed);
    return secret(changed);
  }

  /**
   * Requires that the operator permits webhooks.
   *
   * @throws ProblemException 409 webhooks-off
   */
  public void requireEnabled() {
    if (!config.enabled()) {
      throw ReportProblem.WEBHOOKS_OFF.exception();
    }
  }

  private WebhookSecret secret(Webhook webhook) {
    return new WebhookSecret(WebhookView.of(webhook, clock.instant()), webhook.secret());
  }

  /** The answer for a webhook that does not exist, or is of another team. */
  public static ProblemException absent() {
    return ProblemException.notFound("webhook");
  }
}
